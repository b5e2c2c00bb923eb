/** Gaps of a window that is read as a series in time. */

import type { Matrix } from "../matrix.ts";

/**
 * The values of `x`, row-major, each row being one window from old to new: a missing value takes
 * the one before it, and before the first value that first one. A row of nothing but missing
 * values is 0 throughout.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["lag_2", "lag_1", "lag_0"], [NaN, 5, NaN, NaN, NaN, NaN]);
 * assert.deepEqual([...fillGaps(x)], [5, 5, 5, 0, 0, 0]);
 * ```
 */
export function fillGaps(x: Matrix): Float64Array {
  const width = x.columns.length;
  const filled = Float64Array.from(x.values);
  for (let start = 0; start < filled.length; start += width) {
    const window = filled.subarray(start, start + width);
    let last = window.find((value) => !Number.isNaN(value)) ?? 0;
    for (let j = 0; j < width; j++) {
      if (Number.isNaN(window[j])) window[j] = last;
      else last = window[j];
    }
  }
  return filled;
}
