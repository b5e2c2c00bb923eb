/** One column of a matrix without its gaps. */

import type { Matrix } from "../matrix.ts";

/**
 * The values of a column that are not missing, in row order.
 *
 * @param column Index of the column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh", "hour"], [1, 0, NaN, 1, 3, 2]);
 * assert.deepEqual([...columnValues(x, 0)], [1, 3]);
 * ```
 */
export function columnValues(x: Matrix, column: number): Float32Array {
  const present = new Float32Array(x.rows);
  let count = 0;
  for (let at = column; at < x.values.length; at += x.columns.length) {
    const value = x.values[at];
    if (!Number.isNaN(value)) present[count++] = value;
  }
  return present.subarray(0, count);
}
