/** Everything that is said of reported events at once. */

import { type EventOverlap, eventOverlap, type EventRows } from "./event_overlap.ts";
import { eventF1 } from "./event_f1.ts";
import { eventPrecision } from "./event_precision.ts";
import { eventRecall } from "./event_recall.ts";

/** Counts of events and the figures that follow from them, each from 0 to 1. */
export interface EventScores extends EventOverlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Judges predicted labels event by event. An event is a run of anomalous rows of one meter with
 * gaps of at most one interval; see `eventPrecision()`, `eventRecall()` and `eventF1()`.
 *
 * @throws {RangeError} When there is no true event, or columns differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { precision, recall, f1 } = eventScores({
 *   meterIds: ["a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2, 3),
 *   intervalMs: 1,
 *   labels: Uint8Array.of(1, 0, 0, 0),
 *   predicted: Uint8Array.of(1, 0, 0, 1),
 * });
 * assert.deepEqual([precision, recall, f1], [1 / 2, 1, 2 / 3]);
 * ```
 */
export function eventScores(rows: EventRows): EventScores {
  return {
    ...eventOverlap(rows),
    precision: eventPrecision(rows),
    recall: eventRecall(rows),
    f1: eventF1(rows),
  };
}
