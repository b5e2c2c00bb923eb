/** `GET /drift/:id`: one monitoring report for people. */
import { raw } from "hono/html";
import { isReportId } from "../../pipelines/monitoring/mod.ts";
import { errorPage } from "../error_shapes/error_page.ts";
import { reportPathSchema } from "../schemas/drift_reports.ts";
import { pageResponse } from "../web/page_response.ts";
import { noReport } from "./drift_report.ts";
import type { Route } from "./route.ts";

/** The page as monitoring wrote it. */
export const driftReportPage: Route = {
  method: "GET",
  path: "/drift/:id",
  summary: "One monitoring report with its charts and tables",
  errorShape: errorPage,
  operation: {
    id: "driftReportPage",
    tag: "pages",
    parameters: { path: reportPathSchema },
    answers: { 200: { description: "The page", content: { "text/html": null } } },
    refusals: { 404: "There is no report of this id" },
    examples: ({ reportId }) => [{ title: "A report", path: { id: reportId } }],
  },
  async answer(c, { reports }) {
    const id = c.req.param("id") ?? "";
    const page = isReportId(id) ? await reports.page(id) : null;
    if (page === null) throw noReport(id);
    return pageResponse(raw(page));
  },
};
