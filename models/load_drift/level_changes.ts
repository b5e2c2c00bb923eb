/** How the level of a meter's load has changed from the weeks before. */

/** Days of the level that is judged each day. */
export const RECENT_DAYS = 7;
/** Days before them, which it is compared with. */
export const BEFORE_DAYS = 28;
/** Share of the values set aside at either end. */
const TRIM = 0.2;

/**
 * The mean of the days [from, to) without the lowest and the highest fifth of them, so that a
 * holiday or an outage does not move it.
 *
 * @param values One per day, `NaN` where missing.
 * @returns `NaN` where less than half of the days are there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(level([9, -50, 1, 2, 3, 50], 1, 6), 2);
 * assert.equal(level([1, NaN, NaN], 0, 3), NaN);
 * ```
 */
export function level(values: ArrayLike<number>, from: number, to: number): number {
  const sorted = new Float64Array(to - from);
  let count = 0;
  // By insertion: for a few weeks of days that is several times as fast as sort().
  for (let day = from; day < to; day++) {
    const value = values[day];
    if (value === undefined || Number.isNaN(value)) continue;
    let place = count++;
    while (place > 0 && sorted[place - 1] > value) sorted[place] = sorted[--place];
    sorted[place] = value;
  }
  if (count === 0 || 2 * count < to - from) return NaN;
  const aside = Math.floor(TRIM * count);
  let sum = 0;
  for (let i = aside; i < count - aside; i++) sum += sorted[i];
  return sum / (count - 2 * aside);
}

/**
 * For each day the level of the 7 days that end with it minus that of the 28 days before those. It
 * knows nothing of later days. A change shows while it is new: five weeks later it is the level
 * that others are compared with.
 *
 * @param values Residuals, one per day.
 * @returns One change per day, `NaN` for the first 34 days and where days are missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const values = Array.from({ length: 50 }, (_, day) => day < 40 ? 1 : 3);
 * const changes = levelChanges(values);
 * assert.deepEqual([changes[33], changes[34], changes[39], changes[46]], [NaN, 0, 0, 2]);
 * ```
 */
export function levelChanges(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(
    { length: values.length },
    (_, day) => changeAt(values, day + 1 - RECENT_DAYS, day + 1),
  );
}

/**
 * The level of the days [from, to) minus that of the 28 days before.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const values = Array.from({ length: 42 }, (_, day) => day < 28 ? 1 : 3);
 * assert.equal(changeAt(values, 28, 42), 2);
 * assert.equal(changeAt(values, 27, 42), NaN);
 * ```
 */
export function changeAt(values: ArrayLike<number>, from: number, to: number): number {
  if (from < BEFORE_DAYS) return NaN;
  return level(values, from, to) - level(values, from - BEFORE_DAYS, from);
}
