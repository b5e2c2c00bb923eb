/** Column scaling shared by the detectors that measure distances. */

import type { Matrix } from "../matrix.ts";
import { columnValues } from "./column_values.ts";

/** What brings columns to one scale: one entry per column. */
export interface Scaler {
  /** Mean of the values present; 0 for a column without any. */
  readonly center: readonly number[];
  /**
   * One over the population standard deviation; 1 for a column that did not vary, whose first
   * other value is the very thing to notice; 0 for a column without values.
   */
  readonly inverse: readonly number[];
  /** Scaled values stay within ±clip. */
  readonly clip: number;
}

/**
 * Measures centre and spread of each column over the values present, in row order.
 *
 * @param x Rows in canonical order.
 * @param clip Bound of the scaled values, above 0: one wild value must not outweigh all columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const scaler = fitScaler(matrix(["kwh"], [1, 3]), 10);
 * assert.deepEqual(scaler, { center: [2], inverse: [1], clip: 10 });
 * ```
 */
export function fitScaler(x: Matrix, clip: number): Scaler {
  const center: number[] = [];
  const inverse: number[] = [];
  for (let j = 0; j < x.columns.length; j++) {
    const values = columnValues(x, j);
    if (values.every((value) => value === values[0])) {
      center.push(values[0] ?? 0);
      inverse.push(values.length === 0 ? 0 : 1);
      continue;
    }
    const mean = sum(values) / values.length;
    center.push(mean);
    inverse.push(1 / spread(values, mean));
  }
  return { center, inverse, clip };
}

/**
 * The scaled values of `x`, row-major: (value − center) · inverse within ±clip, 0 where missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const scaler = { center: [2], inverse: [0.5], clip: 10 };
 * assert.deepEqual([...scale(matrix(["kwh"], [4, NaN, 99]), scaler)], [1, 0, 10]);
 * ```
 */
export function scale(x: Matrix, scaler: Scaler): Float64Array {
  const { center, inverse, clip } = scaler;
  const width = center.length;
  const scaled = new Float64Array(x.values.length);
  for (let i = 0, at = 0; i < x.rows; i++) {
    for (let j = 0; j < width; j++, at++) {
      const z = (x.values[at] - center[j]) * inverse[j];
      // NaN alone differs from itself: a missing value stays 0, the centre, and says nothing.
      if (z === z) scaled[at] = z > clip ? clip : z < -clip ? -clip : z;
    }
  }
  return scaled;
}

function sum(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function spread(values: Float32Array, mean: number): number {
  let total = 0;
  for (const value of values) total += (value - mean) ** 2;
  return Math.sqrt(total / values.length);
}
