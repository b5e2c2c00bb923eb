/** The volume under precision against recall, averaged over meters. */

import { meanOverMeters } from "./mean_over_meters.ts";
import type { EvaluationRows, Metric } from "./metric.ts";
import { volumeUnderSurface } from "./volume_under_surface.ts";

/**
 * VUS-PR with buffers of up to 24 intervals, the mean over the meters that have rows of both
 * classes; `volumeUnderSurface` says what it is.
 *
 * @throws {RangeError} When no meter has rows of both classes, columns differ in length, a score is
 * NaN, or a meter has two rows of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const value = vusPr({
 *   meterIds: ["a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2, 3),
 *   labels: Uint8Array.of(0, 1, 1, 0),
 *   scores: Float64Array.of(0, 1, 1, 0),
 *   predicted: Uint8Array.of(0, 1, 1, 0),
 * });
 * assert.equal(value, 1);
 * ```
 */
export function vusPr(rows: EvaluationRows): number {
  return meanOverMeters(rows, ({ labels, scores }) => volumeUnderSurface(labels, scores).pr);
}

/** The metric `vus_pr`. */
export const vusPrMetric: Metric = {
  name: "vus_pr",
  unit: "share",
  better: "higher",
  compute: vusPr,
};
