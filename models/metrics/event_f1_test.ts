import assert from "node:assert/strict";
import { eventF1 } from "./event_f1.ts";

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

Deno.test("eventF1() is the harmonic mean of precision and recall", () => {
  // Precision 1/2 (hour 0 of 0 and 5), recall 1/3 (hour 0 of 0, 9 and 13).
  assert.equal(eventF1(rowsOf("10000000010001", "10000100000000")), 2 / (2 + 3));
});

Deno.test("eventF1() is 0 where no event was reported or none is true", () => {
  assert.equal(eventF1(rowsOf("100", "000")), 0);
  assert.equal(eventF1(rowsOf("1000", "0001")), 0);
});

Deno.test("eventF1() refuses rows without a true event", () => {
  assert.throws(() => eventF1(rowsOf("000", "010")), RangeError);
});
