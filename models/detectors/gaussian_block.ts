/** Gaussian kernels of one point with a few others at a time. */

import { negativeExponential } from "./negative_exponential.ts";

/** Points a block holds at most: what is computed of them stays in the nearest cache. */
export const BLOCK = 256;

/** A computation over fixed points, and where it leaves what it found last. */
export interface GaussianBlock {
  /** The kernels last computed, at most {@linkcode BLOCK}. */
  readonly values: Float64Array;
  /**
   * Computes the kernels of a point with `count` of the fixed ones.
   *
   * @param source Points × width values, row-major.
   * @param row Index of the point in `source`.
   * @param places Indices of fixed points.
   * @param from Where in `places` to begin.
   * @param count How many, at most {@linkcode BLOCK}.
   */
  fill(source: Float64Array, row: number, places: Int32Array, from: number, count: number): void;
}

/**
 * Kernels exp(−gamma · |x − z|²) with fixed points. A kernel does not depend on which of its two
 * points is a fixed one, nor on the block it is computed in.
 *
 * @param points Rows × width finite values, row-major.
 * @param gamma Sharpness, above 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const points = Float64Array.of(0, 1);
 * const block = gaussianBlock(points, 1, Math.LN2);
 * block.fill(points, 0, Int32Array.of(0, 1), 0, 2);
 * assert.deepEqual([...block.values.subarray(0, 2)], [1, 0.5]);
 * ```
 */
export function gaussianBlock(points: Float64Array, width: number, gamma: number): GaussianBlock {
  const rows = points.length / width;
  const columns = transposed(points, width);
  const values = new Float64Array(BLOCK);
  return {
    values,
    fill(source, row, places, from, count) {
      const at = row * width;
      values.fill(0, 0, count);
      let j = 0;
      for (; j + 3 < width; j += 4) {
        const [a, b] = [source[at + j], source[at + j + 1]];
        const [c, d] = [source[at + j + 2], source[at + j + 3]];
        addFour(values, columns, j * rows, rows, a, b, c, d, places, from, count);
      }
      for (; j < width; j++) addOne(values, columns, j * rows, source[at + j], places, from, count);
      for (let i = 0; i < count; i++) values[i] = negativeExponential(gamma * values[i]);
    },
  };
}

/** Column by column, a loop over points needs few of the checks that a loop over columns needs. */
function transposed(points: Float64Array, width: number): Float64Array {
  const rows = points.length / width;
  const columns = new Float64Array(points.length);
  for (let i = 0; i < points.length; i++) {
    columns[(i % width) * rows + Math.floor(i / width)] = points[i];
  }
  return columns;
}

function addFour(
  total: Float64Array,
  columns: Float64Array,
  first: number,
  rows: number,
  a: number,
  b: number,
  c: number,
  d: number,
  places: Int32Array,
  from: number,
  count: number,
): void {
  const second = first + rows;
  const third = second + rows;
  const fourth = third + rows;
  for (let i = 0; i < count; i++) {
    const place = places[from + i];
    const e = columns[first + place] - a;
    const f = columns[second + place] - b;
    const g = columns[third + place] - c;
    const h = columns[fourth + place] - d;
    total[i] += e * e + f * f + (g * g + h * h);
  }
}

function addOne(
  total: Float64Array,
  columns: Float64Array,
  first: number,
  a: number,
  places: Int32Array,
  from: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const e = columns[first + places[from + i]] - a;
    total[i] += e * e;
  }
}
