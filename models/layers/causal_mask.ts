/** What keeps a step from looking ahead, where all steps are computed at once. */

/** The exponential of it, and of all that is near, is 0. */
const SILENCE = -1e9;

/**
 * What to add to the products of queries (rows) and keys (columns) before softmax: 0 for a key of
 * the same step or an earlier one, −10⁹ for a later one.
 *
 * @returns Steps × steps, row-major.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(causalMask(2), [0, -1e9, 0, 0]);
 * ```
 */
export function causalMask(steps: number): number[] {
  return Array.from(
    { length: steps * steps },
    (_, at) => at % steps > Math.floor(at / steps) ? SILENCE : 0,
  );
}
