/** How many of the true events were noticed. */

import { eventOverlap, type EventRows } from "./event_overlap.ts";
import type { Metric } from "./metric.ts";

/**
 * The share of true events that at least one predicted event overlaps.
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
  const { detected, trueEvents } = eventOverlap(rows);
  if (trueEvents === 0) {
    throw new RangeError(
      `Cannot judge the recall of events without a true one: none of ${rows.labels.length} labels is 1`,
    );
  }
  return detected / trueEvents;
}

/** The metric `event_recall`. */
export const eventRecallMetric: Metric = { name: "event_recall", compute: eventRecall };
