/** How far points are from the tips of axes. */

/**
 * The weighted sum of the distances of each point to the ends of unit vectors, Σ weight · |z − v|.
 *
 * @param points Row-major.
 * @param width Columns of a row.
 * @param axes Unit vectors, row-major as the points.
 * @param weights One per axis.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const axes = Float64Array.of(1, 0, 0, 1);
 * assert.deepEqual([...axisDistances(Float64Array.of(4, 4), 2, axes, [1, 2])], [5 + 2 * 5]);
 * ```
 */
export function axisDistances(
  points: Float64Array,
  width: number,
  axes: Float64Array,
  weights: readonly number[],
): Float64Array {
  return Float64Array.from({ length: points.length / width }, (_, row) => {
    const point = points.subarray(row * width, (row + 1) * width);
    // |z − v|² = |z|² + 1 − 2 z·v, as the graph computes it.
    let ends = 1;
    for (let j = 0; j < width; j++) ends += point[j] * point[j];
    let total = 0;
    for (let k = 0; k < weights.length; k++) {
      let along = 0;
      for (let j = 0; j < width; j++) along += point[j] * axes[k * width + j];
      total += weights[k] * Math.sqrt(Math.max(0, ends - 2 * along));
    }
    return total;
  });
}
