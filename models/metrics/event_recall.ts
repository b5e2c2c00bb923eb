/** How many of the true events were noticed. */

import { type EventOverlap, eventOverlap, type EventRows } from "./event_overlap.ts";
import type { Metric } from "./metric.ts";

/**
 * The share of true events of which at least one row was reported.
 *
 * @throws {RangeError} When there is no true event, or columns differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const value = eventRecall({
 *   meterIds: ["a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2, 3),
 *   intervalMs: 1,
 *   labels: Uint8Array.of(1, 1, 1, 1),
 *   predicted: Uint8Array.of(0, 0, 1, 0),
 * });
 * assert.equal(value, 1);
 * ```
 */
export function eventRecall(rows: EventRows): number {
  return recallOf(eventOverlap(rows));
}

/**
 * Event recall of events that are counted already.
 *
 * @throws {RangeError} When there is no true event.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const overlap = { trueEvents: 2, detected: 1, predictedEvents: 4, confirmed: 3 };
 * assert.equal(recallOf(overlap), 1 / 2);
 * ```
 */
export function recallOf({ detected, trueEvents }: EventOverlap): number {
  if (trueEvents === 0) {
    throw new RangeError(
      "Cannot judge the recall of events without a true one: current number is 0",
    );
  }
  return detected / trueEvents;
}

/** The metric `event_recall`. */
export const eventRecallMetric: Metric = {
  name: "event_recall",
  unit: "share",
  better: "higher",
  compute: eventRecall,
};
