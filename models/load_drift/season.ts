/** What the same season has brought before. */

import type { DaySpan } from "./load_baseline.ts";

/** Days to either side that count as the same season: Easter moves by as much from year to year. */
export const SEASON_DAYS = 14;
/** Days of a year. */
const YEAR = 365.25;
/** A season may repeat itself this much stronger. */
const STRONGER = 1.5;
/** A reference knows every season from this many days on, if that of one holiday less well. */
const WHOLE_YEAR = 337;

/** Lowest and highest change, 0 among them. */
export type SeasonRange = readonly [low: number, high: number];

/**
 * The lowest and the highest change of the reference on days whose place in the year is at most 14
 * days away, and 0. The last days of a reference are near those that follow it, too: what has
 * changed before its end is nothing new.
 *
 * @param changes One per day, `NaN` where missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const changes = Float64Array.from({ length: 400 }, (_, day) => day === 10 ? -0.4 : 0.1);
 * assert.deepEqual(seasonRange(changes, { from: 0, to: 300 }, 390), [0, 0.1]);
 * assert.deepEqual(seasonRange(changes, { from: 0, to: 300 }, 389), [-0.4, 0.1]);
 * ```
 */
export function seasonRange(
  changes: ArrayLike<number>,
  reference: DaySpan,
  day: number,
): SeasonRange {
  let [low, high] = [0, 0];
  for (let other = reference.from; other < reference.to; other++) {
    const apart = Math.abs(day - other) % YEAR;
    if (Math.min(apart, YEAR - apart) > SEASON_DAYS) continue;
    // No comparison holds for NaN.
    if (changes[other] < low) low = changes[other];
    if (changes[other] > high) high = changes[other];
  }
  return [low, high];
}

/**
 * Whether a change is at most one and a half times what the season has brought before.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(isOfSeason(-0.5, [-0.4, 0.1]), true);
 * assert.equal(isOfSeason(-0.7, [-0.4, 0.1]), false);
 * assert.equal(isOfSeason(0.2, [-0.4, 0.1]), false);
 * ```
 */
export function isOfSeason(change: number, [low, high]: SeasonRange): boolean {
  return change >= STRONGER * low && change <= STRONGER * high;
}

/**
 * Whether a reference has seen every season: 337 days or more.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(knowsSeasons({ from: 0, to: 365 }), true);
 * assert.equal(knowsSeasons({ from: 0, to: 180 }), false);
 * ```
 */
export function knowsSeasons({ from, to }: DaySpan): boolean {
  return to - from >= WHOLE_YEAR;
}
