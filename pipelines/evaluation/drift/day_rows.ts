/** The rows of a meter's hours that lie in some days. */
import type { MeterHours } from "../../../models/mod.ts";

/**
 * Row numbers of the days [from, to).
 *
 * @param hours With days in ascending order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(dayRows({ days: [0, 0, 1, 2, 2, 5] }, 1, 3), [2, 3, 4]);
 * ```
 */
export function dayRows({ days }: Pick<MeterHours, "days">, from: number, to: number): number[] {
  const [first, end] = [firstRow(days, from), firstRow(days, to)];
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/** First row of that day or a later one. */
function firstRow(days: ArrayLike<number>, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
