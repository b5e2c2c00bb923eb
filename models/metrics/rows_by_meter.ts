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
  const { meterIds, ts, labels, scores, predicted } = rows;
  const lengths = [meterIds, ts, labels, scores, predicted].map(({ length }) => length);
  if (new Set(lengths).size > 1) {
    throw new RangeError(
      `Cannot divide rows by meter as columns must have one length: current values are ${
        lengths.join(", ")
      }`,
    );
  }
  const byMeter = Map.groupBy(meterIds.keys(), (row) => meterIds[row]);
  return [...byMeter].sort(([a], [b]) => a < b ? -1 : 1).map(([id, own]) => {
    own.sort((a, b) => ts[a] - ts[b]);
    requireOneRowATime(id, own, ts);
    return {
      meterIds: own.map(() => id),
      ts: Float64Array.from(own, (row) => ts[row]),
      intervalMs: rows.intervalMs,
      labels: Uint8Array.from(own, (row) => labels[row]),
      scores: Float64Array.from(own, (row) => scores[row]),
      predicted: Uint8Array.from(own, (row) => predicted[row]),
    };
  });
}

function requireOneRowATime(id: string, rows: readonly number[], ts: Float64Array): void {
  const again = rows.find((row, i) => i > 0 && ts[row] === ts[rows[i - 1]]);
  if (again !== undefined) {
    const time = new Date(ts[again]).toISOString();
    throw new RangeError(`Cannot judge meter "${id}" as it has two rows of ${time}`);
  }
}
