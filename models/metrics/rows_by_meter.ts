/** The rows of an evaluation, meter by meter in ascending time. */

import type { EvaluationRows } from "./metric.ts";

/**
 * Divides rows by their meter, meters in ascending order of id.
 *
 * @throws {RangeError} When columns differ in length, or a meter has two rows of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [a, b] = rowsByMeter({
 *   meterIds: ["b", "a", "a"],
 *   ts: Float64Array.of(0, 3_600_000, 0),
 *   labels: Uint8Array.of(0, 1, 0),
 *   scores: Float64Array.of(1, 2, 3),
 *   predicted: Uint8Array.of(0, 0, 0),
 * });
 * assert.deepEqual([a.meterIds, [...a.scores]], [["a", "a"], [3, 2]]);
 * assert.deepEqual(b.meterIds, ["b"]);
 * ```
 */
export function rowsByMeter(rows: EvaluationRows): EvaluationRows[] {
  const { meterIds, ts, labels, events, scores, predicted } = rows;
  const columns = [meterIds, ts, labels, scores, predicted, ...(events ? [events] : [])];
  const lengths = columns.map(({ length }) => length);
  if (new Set(lengths).size > 1) {
    throw new RangeError(
      `Cannot divide rows by meter as columns must have one length: current values are ${
        lengths.join(", ")
      }`,
    );
  }
  return [...placesByMeter(meterIds)].sort(([a], [b]) => a < b ? -1 : 1).map(([id, places]) => {
    // Rows mostly come in ascending time already.
    if (places.some((row, i) => i > 0 && ts[row] < ts[places[i - 1]])) {
      places.sort((a, b) => ts[a] - ts[b]);
    }
    requireOneRowATime(id, places, ts);
    const own = {
      meterIds: new Array<string>(places.length).fill(id),
      ts: new Float64Array(places.length),
      intervalMs: rows.intervalMs,
      labels: new Uint8Array(places.length),
      ...(events ? { events: Int32Array.from(places, (row) => events[row]) } : {}),
      scores: new Float64Array(places.length),
      predicted: new Uint8Array(places.length),
    };
    places.forEach((row, i) => {
      own.ts[i] = ts[row];
      own.labels[i] = labels[row];
      own.scores[i] = scores[row];
      own.predicted[i] = predicted[row];
    });
    return own;
  });
}

function placesByMeter(meterIds: readonly string[]): Map<string, number[]> {
  const byMeter = new Map<string, number[]>();
  meterIds.forEach((id, row) => {
    const places = byMeter.get(id);
    if (places) places.push(row);
    else byMeter.set(id, [row]);
  });
  return byMeter;
}

function requireOneRowATime(id: string, rows: readonly number[], ts: Float64Array): void {
  const again = rows.find((row, i) => i > 0 && ts[row] === ts[rows[i - 1]]);
  if (again !== undefined) {
    const time = new Date(ts[again]).toISOString();
    throw new RangeError(`Cannot judge meter "${id}" as it has two rows of ${time}`);
  }
}
