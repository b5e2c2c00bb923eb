/** The volume under the receiver operating characteristic, averaged over meters. */

import { meanOverMeters } from "./mean_over_meters.ts";
import type { EvaluationRows, Metric } from "./metric.ts";
import { volumeUnderSurface } from "./volume_under_surface.ts";

/**
 * VUS-ROC with buffers of up to 24 intervals, the mean over the meters that have rows of both
 * classes; `volumeUnderSurface` says what it is.
 *
 * @throws {RangeError} When no meter has rows of both classes, columns differ in length, a score is
 * NaN, or a meter has two rows of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const value = vusRoc({
 *   meterIds: ["a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2, 3),
 *   labels: Uint8Array.of(0, 1, 1, 0),
 *   scores: Float64Array.of(0, 1, 1, 0),
 *   predicted: Uint8Array.of(0, 1, 1, 0),
 * });
 * assert.equal(value, 1);
 * ```
 */
export function vusRoc(rows: EvaluationRows): number {
  return meanOverMeters(rows, ({ labels, scores }) => volumeUnderSurface(labels, scores).roc);
}

/** The metric `vus_roc`. */
export const vusRocMetric: Metric = {
  name: "vus_roc",
  unit: "share",
  better: "higher",
  compute: vusRoc,
};
