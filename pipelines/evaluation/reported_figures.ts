/** Figures of meters with their intervals, as plain JSON. */
import {
  bootstrapIntervals,
  meterFigures,
  type MeterTally,
  type MetricName,
} from "../../models/mod.ts";

/** 95 % interval; `null` where the figure has no value. */
export type ReportedInterval = readonly [low: number | null, high: number | null];

/** Figures by their name, and their intervals by the name with `_ci`; `null` where there is none. */
export type Reported<Names extends string> =
  & { readonly [Name in Names]: number | null }
  & { readonly [Name in Names as `${Name}_ci`]: ReportedInterval };

/** Every metric of a scorer. */
export type ReportedFigures = Reported<MetricName>;

/**
 * Figures of some meters with percentiles of the same figures over resampled meters.
 *
 * @typeParam Meter What is known of one meter.
 * @param seed Seed of the resampling: calls that share it draw the same places.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const total = (hits: readonly number[]) => ({ hits: hits.reduce((sum, hit) => sum + hit, 0) });
 * assert.deepEqual(withIntervals([2, 2], total, 7), { hits: 4, hits_ci: [4, 4] });
 * ```
 */
export function withIntervals<Meter, Name extends string>(
  meters: readonly Meter[],
  figures: (drawn: readonly Meter[]) => Readonly<Record<Name, number>>,
  seed: number,
): Reported<Name> {
  const values = figures(meters);
  const intervals = bootstrapIntervals(meters, figures, { seed });
  // JSON has no NaN.
  const known = (value: number) => Number.isNaN(value) ? null : value;
  return Object.fromEntries((Object.keys(values) as Name[]).flatMap((name) => [
    [name, known(values[name])],
    [`${name}_ci`, intervals[name].map(known)],
  ])) as unknown as Reported<Name>;
}

/**
 * The figures of some meters with their intervals.
 *
 * @param seed Seed of the resampling: scorers that share it are resampled alike.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = {
 *   meterId: "a",
 *   hours: 168,
 *   ranking: null,
 *   trueEvents: 1,
 *   detected: 1,
 *   predictedEvents: 2,
 *   confirmed: 1,
 *   delayHours: 3,
 * };
 * const figures = reportedFigures([meter], 7);
 * assert.deepEqual([figures.event_precision, figures.event_precision_ci], [0.5, [0.5, 0.5]]);
 * assert.equal(figures.roc_auc, null);
 * ```
 */
export function reportedFigures(meters: readonly MeterTally[], seed: number): ReportedFigures {
  return withIntervals(meters, meterFigures, seed);
}
