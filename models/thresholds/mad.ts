/** The threshold that lies so many robust deviations above the usual score. */

import { quantile } from "../quantile.ts";
import { justAbove, sortedScores } from "./sorted_scores.ts";
import type { Threshold } from "./threshold.ts";

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL = 1.4826;

/** A threshold chosen by the spread of the scores. */
export interface MadThreshold extends Threshold {
  readonly rule: "mad";
  /** Robust standard deviations above the median. */
  readonly k: number;
}

/**
 * Median + k · 1.4826 · median absolute deviation of the scores (Leys et al., Detecting Outliers, 2013).
 * Half the rows may be anomalous without moving it far. It asks what is far from usual, not how
 * many rows are: with scores of a long tail it labels many, with calibrated scores it may lie above
 * 1 and label none. Where more than half of the scores are tied, it lies just above those.
 *
 * @param scores Scores of validation rows, at least one.
 * @param k Above 0.
 * @throws {RangeError} When there are no scores, one is not finite, or k is not positive.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * // Median 3, deviations 2, 1, 0, 1, 97, and their median 1.
 * assert.equal(madThreshold([1, 2, 3, 4, 100], 2).value, 3 + 2 * 1.4826);
 * ```
 */
export function madThreshold(scores: ArrayLike<number>, k: number): MadThreshold {
  if (!(k > 0 && k < Infinity)) {
    throw new RangeError(`Cannot choose a threshold as k must be positive: current value is ${k}`);
  }
  const sorted = sortedScores(scores);
  const median = quantile(sorted, 0.5);
  const deviation = quantile(sorted.map((score) => Math.abs(score - median)).sort(), 0.5);
  const value = deviation > 0 ? median + k * NORMAL * deviation : justAbove(median);
  return { rule: "mad", k, value };
}
