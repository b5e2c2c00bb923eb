/** Readings of many meters in any order, as one ordered series per meter. */

/** Readings as columns, in any order; `NaN` is a missing reading. */
export interface ReadingColumns {
  readonly meterId: readonly string[];
  /** Start of the interval, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  /** Energy used in the interval. */
  readonly kwh: Float64Array;
}

/** The readings of one meter in ascending time. */
export interface MeterSeries {
  readonly meterId: string;
  readonly ts: Float64Array;
  readonly kwh: Float64Array;
  /** Where each reading stands in the columns it came from. */
  readonly rows: Int32Array;
}

/**
 * Splits readings into one series per meter, ordered by the meters' ids.
 *
 * @throws {RangeError} When a meter has two readings of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [a, b] = splitMeters({
 *   meterId: ["b", "a", "b"],
 *   ts: Float64Array.of(20, 10, 10),
 *   kwh: Float64Array.of(1, 2, 3),
 * });
 * assert.deepEqual([a.meterId, b.meterId], ["a", "b"]);
 * assert.deepEqual([...b.kwh], [3, 1]);
 * assert.deepEqual([...b.rows], [2, 0]);
 * ```
 */
export function splitMeters(readings: ReadingColumns): MeterSeries[] {
  const rowsByMeter = new Map<string, number[]>();
  readings.meterId.forEach((meterId, row) => {
    const rows = rowsByMeter.get(meterId);
    if (rows) rows.push(row);
    else rowsByMeter.set(meterId, [row]);
  });
  const meterIds = [...rowsByMeter.keys()].sort();
  return meterIds.map((meterId) => {
    const rows = Int32Array.from(rowsByMeter.get(meterId) ?? []);
    rows.sort((a, b) => readings.ts[a] - readings.ts[b]);
    const ts = Float64Array.from(rows, (row) => readings.ts[row]);
    const kwh = Float64Array.from(rows, (row) => readings.kwh[row]);
    const twice = ts.findIndex((time, i) => time === ts[i - 1]);
    if (twice >= 0) {
      const time = new Date(ts[twice]).toISOString();
      throw new RangeError(`Cannot order the readings of meter "${meterId}": two are of ${time}`);
    }
    return { meterId, ts, kwh, rows };
  });
}
