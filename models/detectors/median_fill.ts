/** The column's median in place of what is missing. */

import type { Matrix } from "../matrix.ts";
import { quantile } from "../quantile.ts";
import { columnValues } from "./column_values.ts";

/**
 * The median of the values present in each column; 0 for a column without any.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * assert.deepEqual(columnMedians(matrix(["kwh", "hour"], [1, NaN, 2, NaN, 9, NaN])), [2, 0]);
 * ```
 */
export function columnMedians(x: Matrix): number[] {
  return x.columns.map((_, column) => {
    const values = columnValues(x, column);
    return values.length === 0 ? 0 : quantile(values.sort(), 0.5);
  });
}

/**
 * The rows with `fill` in place of missing values; `x` itself where none is missing. Every scorer
 * rounds what fills a gap to float32 as here, so that it goes the same way in a tree.
 *
 * @param fill One value per column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh", "hour"], [1, NaN, NaN, 4]);
 * assert.deepEqual([...withoutGaps(x, [7, 8]).values], [1, 8, 7, 4]);
 * ```
 */
export function withoutGaps(x: Matrix, fill: readonly number[]): Matrix {
  if (!someMissing(x.values)) return x;
  const values = x.values.slice();
  for (let at = 0; at < values.length;) {
    for (let j = 0; j < fill.length; j++, at++) {
      if (Number.isNaN(values[at])) values[at] = fill[j];
    }
  }
  return { ...x, values };
}

function someMissing(values: Float32Array): boolean {
  for (let at = 0; at < values.length; at++) {
    if (Number.isNaN(values[at])) return true;
  }
  return false;
}
