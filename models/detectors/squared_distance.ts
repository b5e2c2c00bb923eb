/** Distance between two rows of two row-major tables. */

/**
 * The squared Euclidean distance between row `i` of `a` and row `j` of `b`.
 *
 * @param width Values per row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const a = Float64Array.of(9, 9, 0, 0);
 * assert.equal(squaredDistance(a, 1, Float64Array.of(3, 4), 0, 2), 25);
 * ```
 */
export function squaredDistance(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  width: number,
): number {
  let total = 0;
  for (let at = i * width, to = j * width, end = at + width; at < end; at++, to++) {
    const difference = a[at] - b[to];
    total += difference * difference;
  }
  return total;
}
