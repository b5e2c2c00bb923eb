/** `GET /api/v1/drift/reports/latest`: the last monitoring report. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { RequestError } from "../request_error.ts";
import { driftReportSchema } from "../schemas/drift.ts";
import type { Route } from "./route.ts";

/** The report as monitoring wrote it; 404 before its first run. */
export const latestDriftReport: Route = {
  method: "GET",
  path: "/api/v1/drift/reports/latest",
  summary: "The last monitoring report",
  errorShape: problemJson,
  operation: {
    id: "latestDriftReport",
    tag: "drift",
    answers: {
      200: {
        description: "The report as monitoring wrote it",
        content: { "application/json": driftReportSchema },
      },
    },
    refusals: { 404: "No report was made yet" },
  },
  async answer(c, { reports }) {
    const report = await reports.latest();
    if (report === null) {
      throw new RequestError(404, "Cannot show a drift report as none was made yet: run monitor");
    }
    return c.json(report);
  },
};
