/** Distance between two rows as far as it matters. */

/**
 * The squared Euclidean distance between the row of `a` that begins at `at` and the row of `b` that
 * begins at `to`, summed column after column; where it exceeds `bound`, some number above `bound`:
 * half the columns often tell that already.
 *
 * @param width Values per row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const a = Float64Array.of(3, 4, 0, 0);
 * assert.equal(boundedDistance(a, 0, a, 2, 2, 30), 25);
 * assert.equal(boundedDistance(a, 0, a, 2, 2, 8), 9);
 * ```
 */
export function boundedDistance(
  a: Float64Array,
  at: number,
  b: Float64Array,
  to: number,
  width: number,
  bound: number,
): number {
  const half = width >> 1;
  let total = 0;
  for (let j = 0; j < half; j++) {
    const difference = a[at + j] - b[to + j];
    total += difference * difference;
  }
  if (total > bound) return total;
  for (let j = half; j < width; j++) {
    const difference = a[at + j] - b[to + j];
    total += difference * difference;
  }
  return total;
}
