/** The area under precision against recall, as average precision. */

import type { Metric } from "./metric.ts";
import { tiedScores } from "./tied_scores.ts";

/**
 * The mean of the precision over the steps of recall, one step per distinct score and no
 * interpolation, as in scikit-learn. Chance is the share of anomalous rows.
 *
 * @param labels The truth, 1 = anomalous, else 0.
 * @param scores Higher = more anomalous.
 * @throws {RangeError} When lengths differ, a score is NaN, or a class is absent.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const value = averagePrecision(Uint8Array.of(0, 0, 1, 1), Float64Array.of(0.1, 0.4, 0.35, 0.8));
 * assert.equal(value, 1 / 2 + (1 / 2) * (2 / 3));
 * ```
 */
export function averagePrecision(labels: Uint8Array, scores: Float32Array | Float64Array): number {
  const ties = tiedScores(labels, scores);
  let sum = 0;
  let found = 0;
  let reported = 0;
  ties.anomalous.forEach((anomalous, i) => {
    found += anomalous;
    reported += anomalous + ties.ordinary[i];
    sum += (anomalous / ties.totalAnomalous) * (found / reported);
  });
  return sum;
}

/** The metric `average_precision`, row by row. */
export const averagePrecisionMetric: Metric = {
  name: "average_precision",
  unit: "share",
  better: "higher",
  compute: ({ labels, scores }) => averagePrecision(labels, scores),
};
