import assert from "node:assert/strict";
import { eventPrecision } from "./event_precision.ts";

/** Rows of one meter, hour by hour, from texts of labels. */
function rowsOf(truth: string, predicted: string) {
  return {
    meterIds: new Array<string>(truth.length).fill("a"),
    ts: Float64Array.from(truth, (_, hour) => hour),
    intervalMs: 1,
    labels: Uint8Array.from(truth),
    predicted: Uint8Array.from(predicted),
  };
}

Deno.test("eventPrecision() is the share of reported events that are true", () => {
  // Three reported events; the first and the last overlap the one true event.
  assert.equal(eventPrecision(rowsOf("1111000000", "1001000100")), 2 / 3);
  assert.equal(eventPrecision(rowsOf("1111000000", "0000001001")), 0);
});

Deno.test("eventPrecision() is 0 where nothing was reported or nothing is true", () => {
  assert.equal(eventPrecision(rowsOf("110", "000")), 0);
  assert.equal(eventPrecision(rowsOf("000", "110")), 0);
});
