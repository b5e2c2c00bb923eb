/** The scores a threshold is chosen on, and the values next to them. */

/**
 * The scores in ascending order.
 *
 * @throws {RangeError} When there are none or one is not finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...sortedScores([0.5, 0.25])], [0.25, 0.5]);
 * ```
 */
export function sortedScores(scores: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(scores).sort();
  if (sorted.length === 0) throw new RangeError("Cannot choose a threshold without scores");
  const wild = sorted.find((score) => !Number.isFinite(score));
  if (wild !== undefined) {
    throw new RangeError(
      `Cannot choose a threshold as scores must be finite: current value is ${wild}`,
    );
  }
  return sorted;
}

/**
 * One or two float32 steps up, so that a float32 scorer, too, tells the two apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(justAbove(1), 1 + 2 ** -22);
 * ```
 */
export function justAbove(score: number): number {
  return Math.fround(score + Math.max(Math.abs(score), 1e-30) * 2 ** -22);
}
