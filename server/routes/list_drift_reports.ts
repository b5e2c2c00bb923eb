/** `GET /api/v1/drift/reports`: what was reported so far. */
import { problemJson } from "../error_shapes/problem_json.ts";
import { reportListQuerySchema, reportListSchema } from "../schemas/drift_reports.ts";
import { readQuery } from "../read_query.ts";
import { reportSummaries } from "../reports/report_summaries.ts";
import type { Route } from "./route.ts";

/** `{reports: [{id, created, window, verdict, …}]}`, the latest first. */
export const listDriftReports: Route = {
  method: "GET",
  path: "/api/v1/drift/reports",
  summary: "The monitoring reports, the latest first",
  errorShape: problemJson,
  operation: {
    id: "listDriftReports",
    tag: "drift",
    parameters: { query: reportListQuerySchema },
    answers: {
      200: {
        description: "Each report without its sections",
        content: { "application/json": reportListSchema },
      },
    },
    examples: () => [{ title: "The latest", query: { limit: "1" } }],
  },
  async answer(c, { reports }) {
    const { limit, before } = readQuery(c, reportListQuerySchema);
    return c.json({ reports: await reportSummaries(reports, { limit, before }) });
  },
};
