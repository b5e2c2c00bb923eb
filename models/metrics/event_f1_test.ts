import assert from "node:assert/strict";
import { eventF1 } from "./event_f1.ts";
import { eventRows } from "./event_rows_fixture.ts";

Deno.test("eventF1() is the harmonic mean of precision and recall", () => {
  // Precision 1/2 (hour 0 of 0 and 5), recall 1/3 (hour 0 of 0, 9 and 13).
  assert.equal(eventF1(eventRows("10000000010001", "10000100000000")), 2 / (2 + 3));
});

Deno.test("eventF1() is 0 where no event was reported or none is true", () => {
  assert.equal(eventF1(eventRows("100", "000")), 0);
  assert.equal(eventF1(eventRows("1000", "0001")), 0);
});

Deno.test("eventF1() refuses rows without a true event", () => {
  assert.throws(() => eventF1(eventRows("000", "010")), RangeError);
});
