/** The shape of a window, free of its level and its size. */

import type { Matrix } from "../matrix.ts";

/**
 * A spread below this share of the largest value is rounding: values of float32 that differ at all
 * spread by more than a billionth of it.
 */
export const FLAT = 1e-12;

/**
 * The windows of `x`, row-major, each less its own mean and over its own standard deviation (the
 * z-normalisation of Goldin and Kanellakis 1995). Both are over the values present; a missing value
 * becomes 0, as does every value of a window that is flat.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["lag_2", "lag_1", "lag_0"], [10, NaN, 14, 5, 5, 5]);
 * assert.deepEqual([...windowShapes(x)], [-1, 0, 1, 0, 0, 0]);
 * ```
 */
export function windowShapes(x: Matrix): Float64Array {
  const width = x.columns.length;
  const shapes = Float64Array.from(x.values);
  for (let start = 0; start < shapes.length; start += width) {
    const window = shapes.subarray(start, start + width);
    const present = window.filter((value) => !Number.isNaN(value));
    const mean = present.reduce((sum, value) => sum + value, 0) / Math.max(present.length, 1);
    const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const spread = Math.sqrt(squares / Math.max(present.length, 1));
    const largest = present.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const flat = spread <= FLAT * largest;
    for (let j = 0; j < width; j++) {
      window[j] = flat || Number.isNaN(window[j]) ? 0 : (window[j] - mean) / spread;
    }
  }
  return shapes;
}
