/** The part of a page with the charts of its runs, some at a time. */

import { html } from "hono/html";
import type { ReadableStore } from "../store.ts";
import { pageHref, type Query } from "./links.ts";
import { chartedMetrics, type ChartedRun, metricFigures } from "./metric_figures.ts";
import type { Markup } from "./page_response.ts";
import { pager } from "./paging.ts";

/** Charts on a page; each reads the histories of a metric. */
const chartsOfPage = 12;

/** Which charts are shown, and where the others are. */
export interface ShownCharts {
  /** The page of charts, counted from 1. */
  readonly page: number;
  /** The page that they are part of, and what its address carries beside `charts`. */
  readonly at: readonly [path: string, query: Query];
}

/**
 * Charts of the metrics that have a history; nothing where none has.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const charts = { page: 1, at: ["run", { id: "r" }] } as const;
 * assert.equal(String(await chartSection(store, [{ runId: "r", label: "" }], charts)), "");
 * ```
 */
export function chartSection(
  store: ReadableStore,
  runs: readonly ChartedRun[],
  { page, at: [path, query] }: ShownCharts,
): Markup {
  const metrics = chartedMetrics(store, runs);
  if (metrics.length === 0) return html``;
  const shown = metrics.slice((page - 1) * chartsOfPage, page * chartsOfPage);
  return html`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>${
    metricFigures(store, runs, shown)
  }${
    pager({
      page,
      size: chartsOfPage,
      shown: shown.length,
      more: metrics.length > page * chartsOfPage,
      noun: "charts",
      href: (charts) => `${pageHref(path, { ...query, charts })}#charts`,
    })
  }</section>`;
}
