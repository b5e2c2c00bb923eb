/** How many of some sorted values lie before a point. */

/**
 * How many of the sorted values are smaller than `value`: the index at which it would go in.
 *
 * @param sorted Values in ascending order, without NaN.
 * @param value Not NaN.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(countBelow([10, 20, 20, 30], 20), 1);
 * ```
 */
export function countBelow(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many of the sorted values are smaller than `value` or equal to it.
 *
 * @param sorted Values in ascending order; NaN only at the end, where it is not counted.
 * @param value Not NaN.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(countUpTo([10, 20, 20, 30], 20), 3);
 * ```
 */
export function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
