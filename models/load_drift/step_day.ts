/** The day on which a level changed. */

/**
 * The day that best divides the days [from, to) into two levels: the sum of squares about the two
 * means is least, so the means differ most for their number of days (Hinkley, Biometrika, 1970).
 *
 * @param values One per day, `NaN` where missing.
 * @returns The first day of the second level; `undefined` where fewer than two days are there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(stepDay([0, 1, 0, 5, 6, NaN, 5], 0, 7), 3);
 * assert.equal(stepDay([NaN, 1], 0, 2), undefined);
 * ```
 */
export function stepDay(values: ArrayLike<number>, from: number, to: number): number | undefined {
  const days = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
    .filter((day) => !Number.isNaN(values[day]));
  const total = days.reduce((sum, day) => sum + values[day], 0);
  let best: number | undefined;
  let most = -Infinity;
  let before = 0;
  for (let k = 1; k < days.length; k++) {
    before += values[days[k - 1]];
    const gap = before / k - (total - before) / (days.length - k);
    // What two means take off the sum of squares.
    const explained = gap * gap * k * (days.length - k) / days.length;
    if (explained > most) [most, best] = [explained, days[k]];
  }
  return best;
}
