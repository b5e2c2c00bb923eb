/** How far figures would move with other meters of the kind: percentile intervals. */

import { quantile } from "../quantile.ts";
import { random } from "../random.ts";

/** Resamplings, as many as percentiles of 2.5 % need to stand still in the second digit. */
const REPLICATES = 500;
const TAIL = 0.025;

/** Ends of an interval; `NaN` where the figure has a value in no resampling. */
export type Interval = readonly [low: number, high: number];

/**
 * 95 % percentile intervals (Efron and Tibshirani 1993) of figures over meters: draws as many
 * meters with replacement, 500 times. Meters are drawn and not rows, as hours of one meter are far
 * from independent. A resampling in which a figure has no value (`NaN`) does not count for that
 * figure. With few meters the intervals are too narrow, with one they have no width.
 *
 * Deterministic: same meters in the same order, same seed, same intervals.
 *
 * @typeParam Meter What is known of one meter.
 * @param figures Computes the figures of the drawn meters; called 500 times.
 * @throws {RangeError} When there are no meters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const share = (hits: readonly number[]) => ({
 *   share: hits.reduce((sum, hit) => sum + hit, 0) / hits.length,
 * });
 * const [low, high] = bootstrapIntervals([0, 1, 0, 1, 1, 0, 1, 0], share, { seed: 7 }).share;
 * assert.ok(low < 0.5 && high > 0.5);
 * ```
 */
export function bootstrapIntervals<Meter, Name extends string>(
  meters: readonly Meter[],
  figures: (drawn: readonly Meter[]) => Readonly<Record<Name, number>>,
  { seed }: { readonly seed: number },
): Readonly<Record<Name, Interval>> {
  if (meters.length === 0) throw new RangeError("Cannot resample meters as there are none");
  const draw = random(seed);
  const replicates = Array.from(
    { length: REPLICATES },
    () => figures(meters.map(() => meters[Math.floor(draw() * meters.length)])),
  );
  const names = Object.keys(replicates[0]) as Name[];
  const interval = (name: Name): Interval => {
    const values = Float64Array.from(replicates, (replicate) => replicate[name])
      .filter((value) => !Number.isNaN(value)).sort();
    return values.length === 0 ? [NaN, NaN] : [quantile(values, TAIL), quantile(values, 1 - TAIL)];
  };
  return Object.fromEntries(names.map((name) => [name, interval(name)])) as Record<Name, Interval>;
}
