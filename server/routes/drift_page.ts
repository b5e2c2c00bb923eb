/** `GET /drift`: the monitoring reports for people. */
import { errorPage } from "../error_shapes/error_page.ts";
import { readQuery } from "../read_query.ts";
import { reportSummaries } from "../reports/report_summaries.ts";
import { reportListQuerySchema } from "../schemas/drift_reports.ts";
import { pageResponse } from "../web/page_response.ts";
import { renderReportsPage } from "../web/reports_page.ts";
import type { Route } from "./route.ts";

/** The latest report and those before it. */
export const driftPage: Route = {
  method: "GET",
  path: "/drift",
  summary: "The last monitoring report in short, and links to all",
  errorShape: errorPage,
  operation: {
    id: "driftPage",
    tag: "pages",
    parameters: { query: reportListQuerySchema },
    answers: { 200: { description: "The page", content: { "text/html": null } } },
    refusals: { 404: "No model is loaded" },
    examples: () => [{ title: "The latest", query: { limit: "1" } }],
  },
  async answer(c, { models, reports }) {
    const { limit, before } = readQuery(c, reportListQuerySchema);
    const [latest, listed] = await Promise.all([
      reports.latest(),
      reportSummaries(reports, { limit, before }),
    ]);
    return pageResponse(renderReportsPage({ served: models.defaultOf(), latest, listed, limit }));
  },
};
