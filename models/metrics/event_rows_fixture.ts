/** Short rows of an evaluation, written as they are read. */
import type { EventRows } from "./event_overlap.ts";

/**
 * Rows of one meter, interval by interval, from texts of labels.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...eventRows("010", "011").predicted], [0, 1, 1]);
 * ```
 */
export function eventRows(truth: string, predicted: string): EventRows {
  return {
    meterIds: new Array<string>(truth.length).fill("a"),
    ts: Float64Array.from(truth, (_, interval) => interval),
    intervalMs: 1,
    labels: Uint8Array.from(truth),
    predicted: Uint8Array.from(predicted),
  };
}
