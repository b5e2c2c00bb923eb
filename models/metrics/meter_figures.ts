/** Every figure of some meters, from what each of them contributes. */

import type { EventOverlap } from "./event_overlap.ts";
import type { MeterRanking, MeterTally } from "./meter_tally.ts";
import type { MetricName } from "./mod.ts";

const WEEK_HOURS = 7 * 24;

/** One value of each metric; `NaN` where the meters leave it without one. */
export type MeterFigures = Readonly<Record<MetricName, number>>;

/**
 * The figures of a choice of meters; one that is chosen twice counts twice.
 *
 * Row-wise figures (`roc_auc`, `average_precision`, `vus_roc`, `vus_pr`) are means over the meters
 * that have rows of both classes, so that a score need not mean the same on all of them. Figures
 * of events (`event_precision`, `event_recall`, `event_f1`, `detection_delay_h`,
 * `alerts_per_meter_week`) pool the events of all meters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const events = { hours: 168, delayHours: 3, trueEvents: 2, detected: 1 };
 * const quiet = { meterId: "a", ...events, ranking: null, predictedEvents: 1, confirmed: 1 };
 * const loud = { meterId: "b", ...events, ranking: null, predictedEvents: 3, confirmed: 1 };
 * const figures = meterFigures([quiet, loud]);
 * assert.equal(figures.event_precision, 2 / 4);
 * assert.equal(figures.alerts_per_meter_week, 2);
 * assert.ok(Number.isNaN(figures.roc_auc));
 * ```
 */
export function meterFigures(meters: readonly MeterTally[]): MeterFigures {
  const rankings = meters.flatMap(({ ranking }) => ranking ?? []);
  const mean = (figure: keyof MeterRanking) =>
    rankings.reduce((sum, ranking) => sum + ranking[figure], 0) / rankings.length;
  const total = (count: "hours" | "delayHours" | keyof EventOverlap) =>
    meters.reduce((sum, meter) => sum + meter[count], 0);
  const detected = total("detected");
  const predictedEvents = total("predictedEvents");
  // Who reports nothing has earned no trust.
  const precision = predictedEvents === 0 ? 0 : total("confirmed") / predictedEvents;
  const recall = detected / total("trueEvents");
  return {
    roc_auc: mean("roc_auc"),
    average_precision: mean("average_precision"),
    vus_roc: mean("vus_roc"),
    vus_pr: mean("vus_pr"),
    event_precision: precision,
    event_recall: recall,
    event_f1: precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall),
    detection_delay_h: total("delayHours") / detected,
    alerts_per_meter_week: predictedEvents / (total("hours") / WEEK_HOURS),
  };
}
