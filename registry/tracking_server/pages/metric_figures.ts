/** The charts of the metrics of one run, or of several laid over one another. */

import { html } from "hono/html";
import {
  type MetricExtent,
  readMetricEnvelope,
  readMetricExtents,
} from "../records/metric_envelope.ts";
import type { ReadableStore } from "../store.ts";
import { chartColumns, metricChart } from "./metric_chart.ts";
import type { Markup } from "./page_response.ts";
import { type TimeUnit, timeUnit } from "./time_unit.ts";

/** A run whose metrics are drawn. */
export interface ChartedRun {
  readonly runId: string;
  /** What stands at the ends of its lines; empty for a run that is alone. */
  readonly label: string;
}

/** A metric and how far its history reaches in each run that has it. */
interface ChartedMetric {
  readonly key: string;
  readonly histories: readonly { readonly run: number; readonly extent: MetricExtent }[];
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
): ChartedMetric[] {
  const histories = runs.flatMap(({ runId }, run) =>
    readMetricExtents(database, runId).map((extent) => ({ run, extent }))
  );
  const byKey = Map.groupBy(histories, ({ extent }) => extent.key);
  return [...byKey].map(([key, histories]) => ({ key, histories }))
    .filter(({ histories }) => histories.some(({ extent }) => extent.count > 1))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * Draws metrics over their steps; over the time since the first value of each run where a metric
 * was logged without steps.
 *
 * @param metrics Some of those that `chartedMetrics` gives for the same runs.
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
  metrics: readonly ChartedMetric[],
): Markup {
  return html`<div class="charts">${
    metrics.map((metric) =>
      html`<figure><figcaption>${metric.key}</figcaption>${chartOf(store, runs, metric)}</figure>`
    )
  }</div>`;
}

function chartOf(
  { database }: ReadableStore,
  runs: readonly ChartedRun[],
  { key, histories }: ChartedMetric,
): Markup {
  const extents = histories.map(({ extent }) => extent);
  const overSteps = extents.some(({ first_step, last_step }) => first_step !== last_step);
  const from = Math.min(...extents.map(({ first_step }) => Number(first_step)));
  const to = Math.max(...extents.map(({ last_step }) => Number(last_step)));
  const longest = Math.max(...extents.map(lasted));
  const unit: TimeUnit = timeUnit(longest);
  const series = histories.map(({ run, extent }) => {
    const start = Number(extent.first_timestamp);
    const range = overSteps
      ? { axis: "step", from, to } as const
      : { axis: "timestamp", from: start, to: start + longest } as const;
    const { runId, label } = runs[run];
    const points = readMetricEnvelope(database, { runId, key, columns: chartColumns, ...range });
    return {
      label,
      colour: run,
      points: overSteps ? points : points.map(({ x, y }) => ({ x: (x - start) / unit.ms, y })),
    };
  });
  const xLabel = overSteps ? "step" : `${unit.name} since the first value`;
  return metricChart({ name: key, xLabel, wholeX: overSteps, series });
}

function lasted({ first_timestamp, last_timestamp }: MetricExtent): number {
  return Number(last_timestamp) - Number(first_timestamp);
}
