/** `GET /api/v1/drift/reports/:id`: one monitoring report. */
import { isReportId } from "../../pipelines/monitoring/mod.ts";
import { problemJson } from "../error_shapes/problem_json.ts";
import { RequestError } from "../request_error.ts";
import { driftReportSchema } from "../schemas/drift.ts";
import { reportPathSchema } from "../schemas/drift_reports.ts";
import type { Route } from "./route.ts";

/** The report as monitoring wrote it; 404 for what is no report. */
export const driftReport: Route = {
  method: "GET",
  path: "/api/v1/drift/reports/:id",
  summary: "One monitoring report",
  errorShape: problemJson,
  operation: {
    id: "driftReport",
    tag: "drift",
    parameters: { path: reportPathSchema },
    answers: {
      200: {
        description: "The report as monitoring wrote it",
        content: { "application/json": driftReportSchema },
      },
    },
    refusals: { 404: "There is no report of this id" },
    examples: ({ reportId }) => [{ title: "A report", path: { id: reportId } }],
  },
  async answer(c, { reports }) {
    const id = c.req.param("id") ?? "";
    const report = isReportId(id) ? await reports.read(id) : null;
    if (report === null) throw noReport(id);
    return c.json(report);
  },
};

/**
 * The refusal of an id that is that of no report.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(noReport("b1").message, 'Cannot find a drift report: there is none of id "b1"');
 * ```
 */
export function noReport(id: string): RequestError {
  return new RequestError(
    404,
    `Cannot find a drift report: there is none of id ${JSON.stringify(id)}`,
  );
}
