/** One column of a matrix, gaps and all. */

import type { Matrix } from "../matrix.ts";

/**
 * The values of a column, `NaN` where missing.
 *
 * @param column Index of the column.
 * @param rows Indices of the rows to take, in that order; all rows by default.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh", "hour"], [1, 0, NaN, 1, 3, 2]);
 * assert.deepEqual([...columnSlice(x, 0)], [1, NaN, 3]);
 * assert.deepEqual([...columnSlice(x, 1, Uint32Array.of(2, 0))], [2, 0]);
 * ```
 */
export function columnSlice(x: Matrix, column: number, rows?: Uint32Array): Float32Array {
  const width = x.columns.length;
  const values = new Float32Array(rows?.length ?? x.rows);
  for (let i = 0; i < values.length; i++) {
    values[i] = x.values[(rows === undefined ? i : rows[i]) * width + column];
  }
  return values;
}
