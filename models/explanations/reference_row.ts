/** What is usual in every column, to put in the place of what is not. */

import { columnValues } from "../detectors/column_values.ts";
import { type Matrix } from "../matrix.ts";
import { quantile } from "../quantile.ts";

/**
 * The median of each column, missing values left out; NaN where a column has none.
 *
 * @param x Rows taken for usual.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const row = referenceRow(matrix(["kwh", "hour"], [1, 0, 9, NaN, 2, 3]));
 * assert.deepEqual([...row], [2, 1.5]);
 * ```
 */
export function referenceRow(x: Matrix): Float32Array {
  return Float32Array.from(x.columns, (_, column) => {
    const sorted = columnValues(x, column).sort();
    return sorted.length > 0 ? quantile(sorted, 0.5) : NaN;
  });
}
