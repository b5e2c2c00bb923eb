/** What a truth and scores must be so that a ranking can be judged. */

/**
 * Checks that scores can be judged by labels: of one length, labels of both classes, no score NaN.
 *
 * @param labels The truth, 1 = anomalous, else 0.
 * @throws {RangeError} When lengths differ, a label is neither 0 nor 1, a score is NaN, or a class
 * is absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * requireJudgeable(Uint8Array.of(0, 1), Float64Array.of(0.5, 0.5));
 * assert.throws(() => requireJudgeable(Uint8Array.of(1, 1), Float64Array.of(1, 2)), RangeError);
 * ```
 */
export function requireJudgeable(labels: Uint8Array, scores: Float32Array | Float64Array): void {
  if (labels.length !== scores.length) {
    throw new RangeError(`Cannot judge ${scores.length} scores by ${labels.length} labels`);
  }
  const bad = labels.findIndex((label) => label > 1);
  if (bad >= 0) {
    throw new RangeError(`Cannot judge as a label must be 0 or 1: label ${bad} is ${labels[bad]}`);
  }
  const unknown = scores.findIndex(Number.isNaN);
  if (unknown >= 0) throw new RangeError(`Cannot rank a score that is NaN: score ${unknown}`);
  for (const [label, name] of [[1, "anomalous"], [0, "ordinary"]] as const) {
    if (!labels.includes(label)) {
      throw new RangeError(
        `Cannot judge a ranking without ${name} rows: none of ${labels.length} labels is ${label}`,
      );
    }
  }
}
