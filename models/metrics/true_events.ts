/** The events of the truth. */

import { type EventRun, eventRuns } from "../event_runs.ts";

const HOUR_MS = 3_600_000;

/** The truth about rows, as columns of one length in any order. */
export interface TrueRows {
  readonly meterIds: readonly string[];
  /** Start of each row's interval, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  /** Length of an interval in milliseconds. @default {3_600_000} */
  readonly intervalMs?: number;
  /** The truth: 1 = anomalous, else 0. */
  readonly labels: Uint8Array;
  /**
   * Number of the event that each anomalous row belongs to, where the truth knows it; on other rows
   * it says nothing. Rows of one event need not be next to one another: a load that is left on in
   * seven nights is one fault. @default {each run of anomalous rows is an event}
   */
  readonly events?: Int32Array;
}

/**
 * The true events, by meter and then time of their first row; an event never spans two meters.
 *
 * @throws {RangeError} When columns differ in length, the interval is not positive, or, where events
 * are not known, a meter has two anomalous rows of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = {
 *   meterIds: new Array<string>(6).fill("a"),
 *   ts: Float64Array.of(0, 1, 2, 3, 4, 5),
 *   intervalMs: 1,
 *   labels: Uint8Array.of(1, 0, 0, 1, 0, 1),
 * };
 * assert.deepEqual(trueEvents(rows).map((event) => event.rows), [[0], [3, 5]]);
 * const events = Int32Array.of(7, 7, 7, 7, 7, 8);
 * assert.deepEqual(trueEvents({ ...rows, events }).map((event) => event.rows), [[0, 3], [5]]);
 * ```
 */
export function trueEvents(
  { meterIds, ts, intervalMs = HOUR_MS, labels, events }: TrueRows,
): EventRun[] {
  if (events === undefined) return eventRuns({ meterId: meterIds, ts, label: labels }, intervalMs);
  if (events.length !== labels.length) {
    throw new RangeError(
      `Cannot tell the events of ${labels.length} rows by ${events.length} numbers of events`,
    );
  }
  const anomalous = labels.keys().filter((row) => labels[row] === 1);
  const grouped = Map.groupBy(anomalous, (row) => `${events[row]} ${meterIds[row]}`);
  return [...grouped.values()].map((rows): EventRun => {
    rows.sort((a, b) => ts[a] - ts[b]);
    const [first, last] = [rows[0], rows[rows.length - 1]];
    return { meterId: meterIds[first], start: ts[first], end: ts[last] + intervalMs, rows };
  }).sort((a, b) => a.meterId < b.meterId ? -1 : a.meterId > b.meterId ? 1 : a.start - b.start);
}
