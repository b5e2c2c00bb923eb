/** `GET /`: the page for people. */
import { errorPage } from "../error_shapes/error_page.ts";
import { renderEmptyPage, renderMeterPage } from "../web/meter_page.ts";
import { pageResponse } from "../web/page_response.ts";
import { readView, viewParameters } from "../web/view.ts";
import type { Route } from "./route.ts";
import { z } from "zod";

/** One meter's load with its anomalies, its events and the drift report. */
export const page: Route = {
  method: "GET",
  path: "/",
  summary: "A meter's load with its anomalies, and the drift chart",
  errorShape: errorPage,
  operation: {
    id: "page",
    tag: "pages",
    parameters: { query: viewParameters },
    answers: { 200: { description: "A page", content: { "text/html": z.string() } } },
    refusals: { 404: "The meter has not been scored, or no model is loaded" },
    examples: ({ meterId, ts }) => [
      { title: "The meter with most anomalous hours" },
      {
        title: "A day of a meter",
        query: { meter: meterId, from: ts.slice(0, 10), to: ts.slice(0, 10) },
      },
    ],
  },
  async answer(c, deps) {
    const model = deps.models.defaultOf();
    const scoring = await deps.latestScoring();
    if (scoring === null) return pageResponse(renderEmptyPage(model));
    const meters = await scoring.meters();
    const view = readView(c.req.query(), meters);
    const [series, drift] = await Promise.all([
      scoring.meterSeries(view.meter.meterId, view.from, view.to),
      deps.reports.latest(),
    ]);
    return pageResponse(renderMeterPage({ served: model, scoring, meters, view, series, drift }));
  },
};
