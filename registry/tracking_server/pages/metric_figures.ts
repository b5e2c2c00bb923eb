/** The charts of the metrics of one run, or of several laid over one another. */

import { html } from "hono/html";
import {
  type MetricExtent,
  readHistoryKeys,
  readMetricEnvelope,
  readMetricExtent,
} from "../records/metric_envelope.ts";
import type { ReadableStore } from "../store.ts";
import { chartColumns, metricChart } from "./metric_chart.ts";
import type { Markup } from "./page_response.ts";
import { timeUnit } from "./time_unit.ts";

/** A run whose metrics are drawn. */
export interface ChartedRun {
  readonly runId: string;
  /** What stands at the ends of its lines; empty for a run that is alone. */
  readonly label: string;
}

/**
 * The metrics that have more than one value in some run, by key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(chartedMetrics(store, [{ runId: "none", label: "" }]), []);
 * ```
 */
export function chartedMetrics(
  { database }: ReadableStore,
  runs: readonly ChartedRun[],
): string[] {
  return [...new Set(runs.flatMap(({ runId }) => readHistoryKeys(database, runId)))].sort();
}

/**
 * Draws metrics over their steps; over the time since the first value of each run where a metric
 * was logged without steps.
 *
 * @param keys Some of the metrics that `chartedMetrics` gives for the same runs.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(String(await metricFigures(store, [], [])), '<div class="charts"></div>');
 * ```
 */
export function metricFigures(
  store: ReadableStore,
  runs: readonly ChartedRun[],
  keys: readonly string[],
): Markup {
  return html`<div class="charts">${
    keys.map((key) =>
      html`<figure><figcaption>${key}</figcaption>${chartOf(store, runs, key)}</figure>`
    )
  }</div>`;
}

function chartOf({ database }: ReadableStore, runs: readonly ChartedRun[], key: string): Markup {
  const histories = runs.flatMap((run, colour) => {
    const extent = readMetricExtent(database, run.runId, key);
    return extent === undefined ? [] : [{ ...run, colour, extent }];
  });
  const extents = histories.map(({ extent }) => extent);
  const overSteps = extents.some(({ first_step, last_step }) => first_step !== last_step);
  const from = Math.min(...extents.map(({ first_step }) => Number(first_step)));
  const to = Math.max(...extents.map(({ last_step }) => Number(last_step)));
  const longest = Math.max(...extents.map(lasted));
  const unit = timeUnit(longest);
  const series = histories.map(({ runId, label, colour, extent }) => {
    const start = Number(extent.first_timestamp);
    const points = readMetricEnvelope(database, {
      runId,
      key,
      columns: chartColumns,
      ...(overSteps
        ? { axis: "step", from, to }
        : { axis: "timestamp", from: start, to: start + longest }),
    });
    return {
      label,
      colour,
      points: overSteps ? points : points.map(({ x, y }) => ({ x: (x - start) / unit.ms, y })),
    };
  });
  const xLabel = overSteps ? "step" : `${unit.name} since the first value`;
  return metricChart({ name: key, xLabel, wholeX: overSteps, series });
}

function lasted({ first_timestamp, last_timestamp }: MetricExtent): number {
  return Number(last_timestamp) - Number(first_timestamp);
}
