/** `GET /`: the page for people. */
import { errorPage } from "../error_shapes/error_page.ts";
import { renderEmptyPage, renderMeterPage } from "../web/meter_page.ts";
import { pageResponse } from "../web/page_response.ts";
import { readView } from "../web/view.ts";
import type { Route } from "./route.ts";

/** One meter's load with its anomalies, its events and the drift report. */
export const page: Route = {
  method: "GET",
  path: "/",
  summary: "A meter's load with its anomalies, and the drift chart",
  errorShape: errorPage,
  async answer(c, deps) {
    const { model } = deps;
    const meters = await deps.meters();
    if (meters.length === 0) return pageResponse(renderEmptyPage(model));
    const view = readView(c.req.query(), meters);
    const [series, drift] = await Promise.all([
      deps.meterSeries(view.meter.meterId, view.from, view.to),
      deps.latestDrift(),
    ]);
    return pageResponse(renderMeterPage({ model, meters, view, series, drift }));
  },
};
