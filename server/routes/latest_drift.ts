/** `GET /api/v1/drift/latest`: the last drift report. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { RequestError } from "../request_error.ts";
import type { Route } from "./route.ts";

/** The report as the monitoring pipeline wrote it; 404 before its first run. */
export const latestDrift: Route = {
  method: "GET",
  path: "/api/v1/drift/latest",
  summary: "The last drift report",
  errorShape: problemJson,
  async answer(c, deps) {
    const report = await deps.latestDrift();
    if (report === null) {
      throw new RequestError(404, "Cannot show a drift report as none was made yet: run monitor");
    }
    return c.json(report);
  },
};
