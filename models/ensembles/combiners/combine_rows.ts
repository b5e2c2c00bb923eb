/** A combiner applied to many rows. */

import type { FittedCombiner } from "./combiner.ts";

/**
 * One score per row.
 *
 * @param scores Calibrated scores, rows × members, row-major.
 * @param members Number of members, at least 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fromMaxState } from "./max.ts";
 * const scores = Float64Array.of(0.5, 0.25, 0, 1);
 * const combined = combineRows(fromMaxState({ kind: "max" }), scores, 2);
 * assert.deepEqual([...combined], [0.5, 1]);
 * ```
 */
export function combineRows(
  { combine }: FittedCombiner,
  scores: Float64Array,
  members: number,
): Float64Array {
  return Float64Array.from(
    { length: scores.length / members },
    (_, row) => combine(scores.subarray(row * members, (row + 1) * members)),
  );
}
