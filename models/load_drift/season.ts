/** What the same season has brought before. */

import type { DaySpan } from "./load_baseline.ts";

/** Days to either side that count as the same season: Easter moves by as much from year to year. */
export const SEASON_DAYS = 14;
/** Days of a year. */
const YEAR = 365.25;
/** A season may repeat itself this much stronger. */
const STRONGER = 1.5;
/** What a season has brought. */
export interface SeasonRange {
  /** Lowest and highest change, 0 among them. */
  readonly low: number;
  readonly high: number;
  /** Whether any of them is of another year: else a change of season is not told from others. */
  readonly known: boolean;
}

/**
 * The lowest and the highest change of the reference on days whose place in the year is at most 14
 * days away. The last days of a reference are near those that follow it, too: what has changed
 * before its end is nothing new.
 *
 * @param changes One per day, `NaN` where missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const changes = Float64Array.from({ length: 400 }, (_, day) => day === 10 ? -0.4 : 0.1);
 * const reference = { from: 0, to: 300 };
 * assert.deepEqual(seasonRange(changes, reference, 390), { low: 0, high: 0.1, known: true });
 * assert.deepEqual(seasonRange(changes, reference, 389), { low: -0.4, high: 0.1, known: true });
 * ```
 */
export function seasonRange(
  changes: ArrayLike<number>,
  reference: DaySpan,
  day: number,
): SeasonRange {
  let [low, high, known] = [0, 0, false];
  for (let other = reference.from; other < reference.to; other++) {
    const apart = Math.abs(day - other) % YEAR;
    if (Math.min(apart, YEAR - apart) > SEASON_DAYS || Number.isNaN(changes[other])) continue;
    low = Math.min(low, changes[other]);
    high = Math.max(high, changes[other]);
    known ||= Math.abs(day - other) > SEASON_DAYS;
  }
  return { low, high, known };
}

/**
 * Whether a change is at most one and a half times what the season has brought before.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(isOfSeason(-0.5, { low: -0.4, high: 0.1 }), true);
 * assert.equal(isOfSeason(-0.7, { low: -0.4, high: 0.1 }), false);
 * assert.equal(isOfSeason(0.2, { low: -0.4, high: 0.1 }), false);
 * ```
 */
export function isOfSeason(
  change: number,
  { low, high }: Pick<SeasonRange, "low" | "high">,
): boolean {
  return change >= STRONGER * low && change <= STRONGER * high;
}
