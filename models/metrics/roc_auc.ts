/** The area under the receiver operating characteristic. */

import type { Metric } from "./metric.ts";
import { tiedScores } from "./tied_scores.ts";

/**
 * The chance that an anomalous row scores higher than an ordinary one, ties counting half: the
 * Mann-Whitney statistic with mid-ranks (Hanley and McNeil 1982). 0.5 is chance.
 *
 * @param labels The truth, 1 = anomalous, else 0.
 * @param scores Higher = more anomalous.
 * @throws {RangeError} When lengths differ, a score is NaN, or a class is absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(rocAuc(Uint8Array.of(0, 0, 1, 1), Float64Array.of(0.1, 0.4, 0.35, 0.8)), 0.75);
 * ```
 */
export function rocAuc(labels: Uint8Array, scores: Float32Array | Float64Array): number {
  const ties = tiedScores(labels, scores);
  let won = 0;
  let above = 0;
  ties.anomalous.forEach((anomalous, i) => {
    won += ties.ordinary[i] * (above + anomalous / 2);
    above += anomalous;
  });
  return won / (ties.totalAnomalous * ties.totalOrdinary);
}

/** The metric `roc_auc`, row by row. */
export const rocAucMetric: Metric = {
  name: "roc_auc",
  unit: "share",
  better: "higher",
  compute: ({ labels, scores }) => rocAuc(labels, scores),
};
