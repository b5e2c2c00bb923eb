/** `GET /api/v1/drift/latest`: the last drift report. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { RequestError } from "../request_error.ts";
import { driftReportSchema } from "../schemas/drift.ts";
import type { Route } from "./route.ts";

/** The report as the monitoring pipeline wrote it; 404 before its first run. */
export const latestDrift: Route = {
  method: "GET",
  path: "/api/v1/drift/latest",
  summary: "The last drift report",
  errorShape: problemJson,
  operation: {
    id: "latestDrift",
    tag: "drift",
    answers: {
      200: {
        description: "The report as monitoring wrote it",
        content: { "application/json": driftReportSchema },
      },
    },
    refusals: { 404: "No report was made yet" },
  },
  async answer(c, deps) {
    const report = await deps.latestDrift();
    if (report === null) {
      throw new RequestError(404, "Cannot show a drift report as none was made yet: run monitor");
    }
    return c.json(report);
  },
};
