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
  const order = Uint32Array.from(labels, (_, row) => row).sort((a, b) => scores[b] - scores[a]);
  const anomalous = new Float64Array(order.length);
  const ordinary = new Float64Array(order.length);
  let group = -1;
  let totalAnomalous = 0;
  for (let i = 0; i < order.length; i++) {
    if (i === 0 || scores[order[i]] !== scores[order[i - 1]]) group++;
    if (labels[order[i]] === 1) {
      anomalous[group]++;
      totalAnomalous++;
    } else ordinary[group]++;
  }
  return {
    anomalous: anomalous.slice(0, group + 1),
    ordinary: ordinary.slice(0, group + 1),
    totalAnomalous,
    totalOrdinary: order.length - totalAnomalous,
  };
}
