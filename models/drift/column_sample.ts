/** The current values of a column, made ready for every test at once. */

import { sortedPresent } from "./sorted_present.ts";

/** Values to compare with those of a reference. */
export interface ColumnSample {
  /** Number of values, missing ones included. */
  readonly n: number;
  /** The values that are not missing, in ascending order. */
  readonly sorted: Float32Array | Float64Array;
}

/**
 * Sorts the values of a column once, for all drift tests. Their order has no influence.
 *
 * @param values `NaN` where missing; left as they are.
 * @throws {RangeError} When there are no values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { n, sorted } = columnSample(Float64Array.of(3, NaN, 1));
 * assert.deepEqual([n, ...sorted], [3, 1, 3]);
 * ```
 */
export function columnSample(values: Float32Array | Float64Array): ColumnSample {
  if (values.length === 0) {
    throw new RangeError("Cannot compare a column with its reference without current values");
  }
  return { n: values.length, sorted: sortedPresent(values) };
}
