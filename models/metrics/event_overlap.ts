/** Which true events were reported, and which reported events are true. */

import { eventRuns } from "../event_runs.ts";
import type { EvaluationRows } from "./metric.ts";
import { trueEvents } from "./true_events.ts";

/** The interval of rows that do not state theirs, in milliseconds. */
const HOUR_MS = 3_600_000;

/** The rows of an evaluation without their scores. */
export type EventRows = Omit<EvaluationRows, "scores">;

/** Counts of events. */
export interface EventOverlap {
  /** Events in truth, as `trueEvents` finds them. */
  readonly trueEvents: number;
  /** True events of which at least one row was reported. */
  readonly detected: number;
  /** Runs of rows reported as anomalous. */
  readonly predictedEvents: number;
  /** Predicted events of which at least one row is anomalous in truth. */
  readonly confirmed: number;
}

/**
 * Counts true and predicted events and those that share at least one row with one of the other
 * kind. The row that an event bridges is not part of it. Events count once however long they are;
 * no row is adjusted.
 *
 * @throws {RangeError} When columns differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const overlap = eventOverlap({
 *   meterIds: new Array<string>(8).fill("a"),
 *   ts: Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7),
 *   intervalMs: 1,
 *   labels: Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 1),
 *   predicted: Uint8Array.of(0, 1, 0, 0, 1, 0, 0, 0),
 * });
 * assert.deepEqual(overlap, { trueEvents: 2, detected: 1, predictedEvents: 2, confirmed: 1 });
 * ```
 */
export function eventOverlap(rows: EventRows): EventOverlap {
  const { meterIds, ts, intervalMs = HOUR_MS } = rows;
  const truth = trueEvents(rows);
  const predicted = eventRuns({ meterId: meterIds, ts, label: rows.predicted }, intervalMs);
  const shares = (labels: Uint8Array) => (event: { readonly rows: readonly number[] }) =>
    event.rows.some((row) => labels[row] === 1);
  return {
    trueEvents: truth.length,
    detected: truth.filter(shares(rows.predicted)).length,
    predictedEvents: predicted.length,
    confirmed: predicted.filter(shares(rows.labels)).length,
  };
}
