/** The directions in which points vary. */

import type { FitContext } from "./detector.ts";
import { pause } from "./pause.ts";
import { symmetricEigen } from "./symmetric_eigen.ts";

/** Rows between two pauses. */
const ROWS_IN_A_TURN = 1024;

/**
 * Variance below this share of the largest is none: columns that depend on one another leave about
 * 1e-14 once they are rounded to float32.
 */
const LEAST_VARIANCE = 1e-10;

/** Directions that points vary in, in descending order of the variance along them. */
export interface PrincipalAxes {
  /** Orthonormal, at least one; of each, the entry of largest size is positive. */
  readonly axes: readonly (readonly number[])[];
  /** Share of the variance along each. */
  readonly shares: readonly number[];
}

/**
 * Finds the principal axes of points that vary around 0, and reports the done share up to, but not,
 * 1. Directions without variance are left out, all but the first.
 *
 * @param points Row-major, at least one row.
 * @param width Columns of a row.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const points = Float64Array.of(3, 0, -3, 0, 0, 1, 0, -1);
 * assert.deepEqual(await principalAxes(points, 2, { seed: 7 }), {
 *   axes: [[1, 0], [0, 1]],
 *   shares: [0.9, 0.1],
 * });
 * ```
 */
export async function principalAxes(
  points: Float64Array,
  width: number,
  { signal, onProgress }: FitContext,
): Promise<PrincipalAxes> {
  const rows = points.length / width;
  const moments = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_IN_A_TURN === 0) {
      onProgress?.(row / rows);
      await pause(signal);
    }
    addProducts(moments, points.subarray(row * width, (row + 1) * width));
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) moments[i * width + j] = moments[j * width + i];
  }
  const { values, vectors } = symmetricEigen(moments, width);
  const count = Math.max(1, values.filter((value) => value > LEAST_VARIANCE * values[0]).length);
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    axes: vectors.slice(0, count),
    shares: values.slice(0, count).map((value) => total > 0 ? value / total : 1),
  };
}

/** Adds the products of a point's entries, on and above the diagonal. */
function addProducts(moments: Float64Array, point: Float64Array): void {
  const width = point.length;
  for (let i = 0; i < width; i++) {
    const entry = point[i];
    for (let j = i, at = i * width + i; j < width; j++, at++) moments[at] += entry * point[j];
  }
}

/**
 * The fewest axes that hold the share `keep` of the variance, but never all: what usual points
 * leave beside the axes must be more than rounding.
 *
 * @param keep In (0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const all = { axes: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], shares: [0.6, 0.3, 0.1] };
 * assert.equal(leadingAxes(all, 0.6).length, 1);
 * assert.equal(leadingAxes(all, 0.99).length, 2);
 * ```
 */
export function leadingAxes(
  { axes, shares }: PrincipalAxes,
  keep: number,
): readonly (readonly number[])[] {
  let held = 0;
  let count = 0;
  while (held < keep && count < axes.length - 1) held += shares[count++];
  return axes.slice(0, count);
}
