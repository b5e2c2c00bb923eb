/** What every ranking metric needs: how many rows of each class share each score. */

import { requireJudgeable } from "./judgeable.ts";

/** Counts per distinct score, from the highest score to the lowest. */
export interface TiedScores {
  /** Anomalous rows at each distinct score. */
  readonly anomalous: Float64Array;
  /** Ordinary rows at each distinct score. */
  readonly ordinary: Float64Array;
  /** Anomalous rows in all, at least 1. */
  readonly totalAnomalous: number;
  /** Ordinary rows in all, at least 1. */
  readonly totalOrdinary: number;
}

/**
 * Counts the rows of both classes at each distinct score.
 *
 * @param labels The truth, 1 = anomalous, else 0.
 * @param scores Higher = more anomalous.
 * @throws {RangeError} When lengths differ, a label is neither 0 nor 1, a score is NaN, or a class
 * is absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const ties = tiedScores(Uint8Array.of(1, 0, 1), Float64Array.of(0.5, 0.5, 0.9));
 * assert.deepEqual([...ties.anomalous], [1, 1]);
 * assert.deepEqual([...ties.ordinary], [0, 1]);
 * ```
 */
export function tiedScores(labels: Uint8Array, scores: Float32Array | Float64Array): TiedScores {
  requireJudgeable(labels, scores);
  // Sorted apart, as numbers alone are sorted many times faster than rows by a comparison.
  const odd = sortedScores(labels, scores, 1);
  const usual = sortedScores(labels, scores, 0);
  const anomalous = new Float64Array(labels.length);
  const ordinary = new Float64Array(labels.length);
  let groups = 0;
  let [i, j] = [odd.length, usual.length];
  while (i > 0 || j > 0) {
    const highest = Math.max(i > 0 ? odd[i - 1] : -Infinity, j > 0 ? usual[j - 1] : -Infinity);
    for (; i > 0 && odd[i - 1] === highest; i--) anomalous[groups]++;
    for (; j > 0 && usual[j - 1] === highest; j--) ordinary[groups]++;
    groups++;
  }
  return {
    anomalous: anomalous.slice(0, groups),
    ordinary: ordinary.slice(0, groups),
    totalAnomalous: odd.length,
    totalOrdinary: usual.length,
  };
}

/** The scores of one class, ascending. */
function sortedScores(
  labels: Uint8Array,
  scores: Float32Array | Float64Array,
  label: number,
): Float64Array {
  return Float64Array.from(scores).filter((_, row) => labels[row] === label).sort();
}
