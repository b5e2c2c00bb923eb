/** Something in place of what is missing. */

import type { Matrix } from "../matrix.ts";

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
