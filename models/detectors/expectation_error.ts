/** How far rows lie from what a network expects them to be. */

import type { Matrix } from "../matrix.ts";
import type { Scaler } from "./scaler.ts";

/**
 * 1 where a value counts, 0 where it is missing or its column had no value in the fit.
 *
 * @returns One number per value of `x`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const scaler = { center: [0, 0], inverse: [1, 0], clip: 10 };
 * assert.deepEqual([...presence(matrix(["a", "b"], [1, 1, NaN, 1]), scaler)], [1, 0, 0, 0]);
 * ```
 */
export function presence(x: Matrix, { inverse }: Scaler): Float32Array {
  const width = inverse.length;
  return x.values.map((value, at) => Number.isNaN(value) || inverse[at % width] === 0 ? 0 : 1);
}

/**
 * The root of the weighted mean of the squared differences over the values present of each row; 0
 * where none is present.
 *
 * @param expected Rows × width, row-major.
 * @param actual As `expected`.
 * @param present As `expected`: 1 or 0.
 * @param weights What an error in each column counts, above 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const errors = expectationErrors(
 *   Float64Array.of(0, 0),
 *   Float64Array.of(3, 9),
 *   Float32Array.of(1, 0),
 *   [1, 1],
 * );
 * assert.deepEqual([...errors], [3]);
 * ```
 */
export function expectationErrors(
  expected: Float64Array,
  actual: Float64Array,
  present: Float32Array,
  weights: readonly number[],
): Float64Array {
  const width = weights.length;
  return Float64Array.from({ length: actual.length / width }, (_, row) => {
    let squares = 0;
    let total = 0;
    for (let j = 0, at = row * width; j < width; j++, at++) {
      if (present[at] === 0) continue;
      squares += weights[j] * (expected[at] - actual[at]) ** 2;
      total += weights[j];
    }
    return total === 0 ? 0 : Math.sqrt(squares / total);
  });
}
