/** Turns labelled rows into runs: people see events, not points. */

/** Labelled rows as columns, in any order. */
export interface LabelledRows {
  readonly meterId: readonly string[];
  /** Start of each row's interval, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  /** 1 = anomalous. */
  readonly label: Uint8Array;
}

/** Anomalous rows of one meter that belong together. */
export interface EventRun {
  readonly meterId: string;
  /** Start of the first interval, epoch milliseconds UTC. */
  readonly start: number;
  /** End of the last interval, exclusive, epoch milliseconds UTC. */
  readonly end: number;
  /** The anomalous rows, in ascending time. */
  readonly rows: readonly number[];
}

/**
 * The runs of anomalous rows, by meter and then time. A gap of one interval (a row that is not
 * anomalous, or missing) does not end a run; another meter does. Row order has no influence.
 *
 * @param intervalMs Length of an interval in milliseconds.
 * @throws {RangeError} When the columns differ in length, the interval is not positive, or a
 * meter has two anomalous rows of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const runs = eventRuns({
 *   meterId: ["a", "a", "a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2, 3, 4, 5),
 *   label: Uint8Array.of(1, 0, 1, 0, 0, 1),
 * }, 1);
 * assert.deepEqual(runs, [
 *   { meterId: "a", start: 0, end: 3, rows: [0, 2] },
 *   { meterId: "a", start: 5, end: 6, rows: [5] },
 * ]);
 * ```
 */
export function eventRuns({ meterId, ts, label }: LabelledRows, intervalMs: number): EventRun[] {
  if (meterId.length !== ts.length || ts.length !== label.length) {
    throw new RangeError(
      `Cannot find events in columns of different length: ${meterId.length} meters, ${ts.length} times, ${label.length} labels`,
    );
  }
  if (!(intervalMs > 0)) {
    throw new RangeError(
      `Cannot find events as the interval must be positive: current value is ${intervalMs}`,
    );
  }
  const rowsByMeter = new Map<string, number[]>();
  label.forEach((value, row) => {
    if (value !== 1) return;
    const rows = rowsByMeter.get(meterId[row]);
    if (rows) rows.push(row);
    else rowsByMeter.set(meterId[row], [row]);
  });
  return [...rowsByMeter].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([id, rows]) =>
    splitAtGaps(id, rows.sort((a, b) => ts[a] - ts[b]), ts, intervalMs)
  );
}

function splitAtGaps(
  meterId: string,
  rows: readonly number[],
  ts: Float64Array,
  intervalMs: number,
): EventRun[] {
  const runs: EventRun[] = [];
  let first = 0;
  for (let i = 1; i <= rows.length; i++) {
    const apart = i < rows.length ? ts[rows[i]] - ts[rows[i - 1]] : Infinity;
    if (apart === 0) {
      const time = new Date(ts[rows[i]]).toISOString();
      throw new RangeError(`Cannot find events as meter "${meterId}" has two rows of ${time}`);
    }
    if (apart <= 2 * intervalMs) continue;
    runs.push({
      meterId,
      start: ts[rows[first]],
      end: ts[rows[i - 1]] + intervalMs,
      rows: rows.slice(first, i),
    });
    first = i;
  }
  return runs;
}
