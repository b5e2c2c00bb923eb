/** What chance of an anomaly a calibrated score stands for, learnt on validation meters. */
import { probabilities } from "../../models/mod.ts";

/**
 * Platt's map (Platt 1999) from calibrated scores to chances, fitted to labelled rows of other
 * meters and used on `judged`.
 *
 * @param labels The truth of `labelled`.
 * @returns `null` where the labelled rows cannot tell: one class is absent, or anomalous rows do
 * not score higher.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const labelled = Float64Array.of(0.1, 0.2, 0.3, 0.9, 0.2, 0.8);
 * const chances = chancesOf(labelled, Uint8Array.of(0, 0, 0, 1, 0, 1), Float64Array.of(0.1, 0.9));
 * assert.ok(chances !== null && chances[0] < 0.5 && chances[1] > 0.5);
 * assert.equal(chancesOf(labelled, new Uint8Array(6), labelled), null);
 * ```
 */
export function chancesOf(
  labelled: Float64Array,
  labels: Uint8Array,
  judged: Float64Array,
): Float64Array | null {
  try {
    const map = probabilities.platt.fit(labelled, labels);
    return judged.map((score) => map.probability(score));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
