/** What axes cannot say of a point. */

/**
 * The length of what is left of each point once its shadow on the axes is taken away:
 * |z − Σ (z·v) v|.
 *
 * @param points Row-major.
 * @param width Columns of a row.
 * @param axes Orthonormal, row-major as the points; none leaves all of the point.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const points = Float64Array.of(3, 4, 5, 0);
 * assert.deepEqual([...leftOverLengths(points, 2, Float64Array.of(1, 0))], [4, 0]);
 * ```
 */
export function leftOverLengths(
  points: Float64Array,
  width: number,
  axes: Float64Array,
): Float64Array {
  const left = new Float64Array(width);
  return Float64Array.from({ length: points.length / width }, (_, row) => {
    const point = points.subarray(row * width, (row + 1) * width);
    left.set(point);
    for (let start = 0; start < axes.length; start += width) {
      let along = 0;
      for (let j = 0; j < width; j++) along += point[j] * axes[start + j];
      for (let j = 0; j < width; j++) left[j] -= along * axes[start + j];
    }
    let squares = 0;
    for (let j = 0; j < width; j++) squares += left[j] * left[j];
    return Math.sqrt(squares);
  });
}
