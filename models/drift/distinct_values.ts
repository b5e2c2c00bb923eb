/** The different values of a sample, where they are few. */

import { countUpTo } from "./sorted_counts.ts";

/**
 * Each value once; `undefined` where there are more than `most` different ones.
 *
 * @param sorted Values in ascending order, without NaN.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(distinctValues([0, 0, 1, 5], 3), [0, 1, 5]);
 * assert.equal(distinctValues([0, 0, 1, 5], 2), undefined);
 * ```
 */
export function distinctValues(sorted: ArrayLike<number>, most: number): number[] | undefined {
  const values: number[] = [];
  for (let i = 0; i < sorted.length; i = countUpTo(sorted, sorted[i])) {
    if (values.length === most) return undefined;
    values.push(sorted[i]);
  }
  return values;
}
