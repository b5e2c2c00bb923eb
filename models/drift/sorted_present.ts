/** The values of a sample that are there. */

import { sortFloats } from "./sort_floats.ts";
import { countUpTo } from "./sorted_counts.ts";

/**
 * The values that are not missing, in ascending order.
 *
 * @param values `NaN` where missing; left as they are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(sortedPresent(Float64Array.of(3, NaN, 1)), Float64Array.of(1, 3));
 * ```
 */
export function sortedPresent<Values extends Float32Array | Float64Array>(values: Values): Values {
  const sorted = values instanceof Float32Array ? sortFloats(values) : values.toSorted();
  // Sorting leaves NaN at the end, where no comparison holds for it.
  return sorted.subarray(0, countUpTo(sorted, Infinity)) as Values;
}
