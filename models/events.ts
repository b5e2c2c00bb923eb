/** Anomaly events: what a person is told of a run of anomalous intervals. */

import { eventRuns, type LabelledRows } from "./event_runs.ts";

/** Scored and labelled rows as columns, in any order. */
export interface ScoredRows extends LabelledRows {
  /** Higher = more anomalous. */
  readonly score: Float32Array | Float64Array;
  /** Energy used in the interval; `NaN` where unknown. */
  readonly kwh?: Float64Array;
  /** Energy the meter was expected to use; `NaN` where unknown. */
  readonly expectedKwh?: Float64Array;
}

/** Consecutive anomalous intervals of a meter. */
export interface AnomalyEvent {
  readonly meterId: string;
  /** Start of the first interval, epoch milliseconds UTC. */
  readonly start: number;
  /** End of the last interval, exclusive, epoch milliseconds UTC. */
  readonly end: number;
  /** Number of anomalous intervals; a bridged gap does not count. */
  readonly intervals: number;
  /** Highest score, and the earliest interval that has it. */
  readonly peakScore: number;
  readonly peakTs: number;
  /**
   * Energy used beyond the expected in the anomalous intervals, negative when less was used;
   * `null` when neither is known for any of them.
   */
  readonly excessKwh: number | null;
}

/**
 * The events of scored rows, by meter and then time. A gap of one interval does not end an event.
 *
 * @param options `intervalMs` is the length of an interval in milliseconds.
 * @throws {RangeError} When columns differ in length or a meter has two anomalous rows of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [event] = findEvents({
 *   meterId: ["a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2),
 *   label: Uint8Array.of(0, 1, 1),
 *   score: Float32Array.of(0, 0.5, 0.75),
 *   kwh: Float64Array.of(1, 4, 5),
 *   expectedKwh: Float64Array.of(1, 1, 1),
 * }, { intervalMs: 1 });
 * assert.deepEqual(event, {
 *   meterId: "a",
 *   start: 1,
 *   end: 3,
 *   intervals: 2,
 *   peakScore: 0.75,
 *   peakTs: 2,
 *   excessKwh: 7,
 * });
 * ```
 */
export function findEvents(
  rows: ScoredRows,
  options: { readonly intervalMs: number },
): AnomalyEvent[] {
  const { ts, score } = rows;
  for (const column of [score, rows.kwh, rows.expectedKwh]) {
    if (column && column.length !== ts.length) {
      throw new RangeError(
        `Cannot find events in columns of different length: ${ts.length} times, ${column.length} values`,
      );
    }
  }
  return eventRuns(rows, options.intervalMs).map((run) => {
    const peak = run.rows.reduce((best, row) => score[row] > score[best] ? row : best);
    return {
      meterId: run.meterId,
      start: run.start,
      end: run.end,
      intervals: run.rows.length,
      peakScore: score[peak],
      peakTs: ts[peak],
      excessKwh: excess(run.rows, rows),
    };
  });
}

function excess(run: readonly number[], { kwh, expectedKwh }: ScoredRows): number | null {
  if (!kwh || !expectedKwh) return null;
  const differences = run.map((row) => kwh[row] - expectedKwh[row])
    .filter((difference) => !Number.isNaN(difference));
  return differences.length > 0 ? differences.reduce((sum, value) => sum + value, 0) : null;
}
