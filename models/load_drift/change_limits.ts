/** How far levels change without anything having happened. */

import { deviation } from "../detectors/robust_scale.ts";
import { quantile } from "../quantile.ts";
import { BEFORE_DAYS, changeAt, RECENT_DAYS } from "./level_changes.ts";
import type { DaySpan } from "./load_baseline.ts";

/** Weeks of changes, or chunks, that a limit needs. */
const FEWEST = 6;
/** One day in twenty changes more. */
const USUAL_SHARE = 0.95;
/** Standard deviations above the mean of the chunks. */
const DEVIATIONS = 4;
/** Days from one chunk to the next. */
const STEP = 7;
/** Two-sided, nineteen times in twenty. */
const NORMAL_95 = 1.96;
/** Makes the spread of differences of two independent days that of one. */
const OF_ONE = Math.SQRT1_2;

/**
 * The change that one day in twenty of the reference exceeds, whichever way.
 *
 * @param changes One per day, `NaN` where missing.
 * @returns `NaN` where the reference has fewer than six weeks of them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const changes = Float64Array.from({ length: 61 }, (_, day) => (day % 2 ? -1 : 1) * day);
 * assert.equal(usualChange(changes, { from: 0, to: 61 }), 57);
 * assert.equal(usualChange(changes, { from: 0, to: 41 }), NaN);
 * ```
 */
export function usualChange(changes: Float64Array, { from, to }: DaySpan): number {
  const sizes = changes.slice(from, to).filter((change) => !Number.isNaN(change))
    .map(Math.abs).sort();
  return sizes.length < FEWEST * RECENT_DAYS ? NaN : quantile(sizes, USUAL_SHARE);
}

/**
 * The change that sampling alone makes of a level of `days` days: nineteen times in twenty it is
 * less, if days are independent. Their spread is that of the differences of neighbouring days of
 * the reference, so that slow changes do not count.
 *
 * @param residuals One per day, `NaN` where missing.
 * @returns `NaN` where there are no neighbouring days.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const residuals = Float64Array.from({ length: 60 }, (_, day) => day % 2);
 * const floor = noChangeFloor(residuals, { from: 0, to: 60 }, 28);
 * assert.ok(Math.abs(floor - 1.96 * 1.4826 * Math.SQRT1_2 * Math.sqrt(2 / 28)) < 1e-12);
 * ```
 */
export function noChangeFloor(
  residuals: ArrayLike<number>,
  { from, to }: DaySpan,
  days: number,
): number {
  const differences = Float64Array.from(
    { length: Math.max(0, to - from - 1) },
    (_, i) => residuals[from + i + 1] - residuals[from + i],
  ).filter((difference) => !Number.isNaN(difference));
  if (differences.length === 0) return NaN;
  return NORMAL_95 * OF_ONE * deviation(differences) * Math.sqrt(1 / days + 1 / BEFORE_DAYS);
}

/**
 * What a change is measured against in parts of the reference as long as the window: the level of
 * each minus that of the 28 days before it. They begin a week apart.
 *
 * @param residuals One per day, `NaN` where missing.
 * @param days Length of a chunk.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const residuals = Float64Array.from({ length: 49 }, (_, day) => day < 35 ? 0 : 1);
 * assert.deepEqual([...chunkChanges(residuals, { from: 0, to: 48 }, 7)], [0, 1]);
 * ```
 */
export function chunkChanges(
  residuals: ArrayLike<number>,
  { from, to }: DaySpan,
  days: number,
): Float64Array {
  const last = to - days - (from + BEFORE_DAYS);
  return Float64Array.from({ length: Math.max(0, Math.floor(last / STEP) + 1) }, (_, i) => {
    const start = from + BEFORE_DAYS + STEP * i;
    return changeAt(residuals, start, start + days);
  });
}

/**
 * The limit for a change of the whole window: |mean| + 4 standard deviations of the chunks'. Four
 * and not three as the baseline was fitted to these very chunks, and as levels have heavy tails.
 *
 * @param chunks Changes of chunks, `NaN` where missing.
 * @returns `NaN` where there are fewer than six.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(chunkLimit([1, -1, 1, -1, 1, -1, NaN]), 4);
 * assert.equal(chunkLimit([1, -1]), NaN);
 * ```
 */
export function chunkLimit(chunks: ArrayLike<number>): number {
  const present = Float64Array.from(chunks).filter((change) => !Number.isNaN(change));
  if (present.length < FEWEST) return NaN;
  const mean = present.reduce((sum, change) => sum + change, 0) / present.length;
  const squares = present.reduce((sum, change) => sum + (change - mean) ** 2, 0);
  return Math.abs(mean) + DEVIATIONS * Math.sqrt(squares / present.length);
}
