/** How far reported events can be believed. */

import { type EventOverlap, eventOverlap, type EventRows } from "./event_overlap.ts";
import type { Metric } from "./metric.ts";

/**
 * The share of predicted events that share a row with a true one. Without any predicted event it
 * is 0, as in scikit-learn: who reports nothing has earned no trust.
 *
 * @throws {RangeError} When columns differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const value = eventPrecision({
 *   meterIds: ["a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2, 3),
 *   intervalMs: 1,
 *   labels: Uint8Array.of(1, 0, 0, 0),
 *   predicted: Uint8Array.of(1, 0, 0, 1),
 * });
 * assert.equal(value, 1 / 2);
 * ```
 */
export function eventPrecision(rows: EventRows): number {
  return precisionOf(eventOverlap(rows));
}

/**
 * Event precision of events that are counted already.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const overlap = { trueEvents: 1, detected: 1, predictedEvents: 4, confirmed: 3 };
 * assert.equal(precisionOf(overlap), 3 / 4);
 * ```
 */
export function precisionOf({ confirmed, predictedEvents }: EventOverlap): number {
  return predictedEvents === 0 ? 0 : confirmed / predictedEvents;
}

/** The metric `event_precision`. */
export const eventPrecisionMetric: Metric = {
  name: "event_precision",
  unit: "share",
  better: "higher",
  compute: eventPrecision,
};
