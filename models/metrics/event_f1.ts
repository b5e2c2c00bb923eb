/** Precision and recall of events in one figure. */

import { eventOverlap, type EventRows } from "./event_overlap.ts";
import { precisionOf } from "./event_precision.ts";
import { recallOf } from "./event_recall.ts";
import type { Metric } from "./metric.ts";

/**
 * The harmonic mean of event precision and event recall; 0 when both are 0. No point adjustment.
 *
 * @throws {RangeError} When there is no true event, or columns differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const value = eventF1({
 *   meterIds: ["a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2, 3),
 *   intervalMs: 1,
 *   labels: Uint8Array.of(1, 0, 0, 0),
 *   predicted: Uint8Array.of(1, 0, 0, 1),
 * });
 * assert.equal(value, 2 / 3);
 * ```
 */
export function eventF1(rows: EventRows): number {
  const overlap = eventOverlap(rows);
  const precision = precisionOf(overlap);
  const recall = recallOf(overlap);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** The metric `event_f1`. */
export const eventF1Metric: Metric = {
  name: "event_f1",
  unit: "share",
  better: "higher",
  compute: eventF1,
};
