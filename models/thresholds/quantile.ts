/** The threshold that lets a given share of the rows through. */

import { justAbove, sortedScores } from "./sorted_scores.ts";
import type { Threshold } from "./threshold.ts";

/** A threshold chosen by the share of rows above it. */
export interface QuantileThreshold extends Threshold {
  readonly rule: "quantile";
  /** Largest share of the rows labelled anomalous. */
  readonly contamination: number;
}

/**
 * The lowest threshold that labels at most a share `contamination` of the scores. Tied scores are
 * labelled together or not at all: where ties leave no score to label, the threshold is a float32
 * value just above the highest.
 *
 * @param scores Scores of validation rows, at least one.
 * @param contamination In (0, 0.5].
 * @throws {RangeError} When there are no scores, one is not finite, or contamination is out of
 * range.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(quantileThreshold([0.1, 0.2, 0.8, 0.9], 0.25).value, 0.9);
 * ```
 */
export function quantileThreshold(
  scores: ArrayLike<number>,
  contamination: number,
): QuantileThreshold {
  if (!(contamination > 0 && contamination <= 0.5)) {
    throw new RangeError(
      `Cannot choose a threshold as contamination must lie in (0, 0.5]: ` +
        `current value is ${contamination}`,
    );
  }
  const sorted = sortedScores(scores);
  // The score that must stay below the line, and with it all that equal it.
  const highestUsual = sorted[sorted.length - 1 - Math.floor(contamination * sorted.length)];
  const value = sorted.find((score) => score > highestUsual) ?? justAbove(highestUsual);
  return { rule: "quantile", contamination, value };
}
