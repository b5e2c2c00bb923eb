import assert from "node:assert/strict";
import { eventPrecision } from "./event_precision.ts";
import { eventRows } from "./event_rows_fixture.ts";

Deno.test("eventPrecision() is the share of reported events that are true", () => {
  // Three reported events; the first and the last overlap the one true event.
  assert.equal(eventPrecision(eventRows("1111000000", "1001000100")), 2 / 3);
  assert.equal(eventPrecision(eventRows("1111000000", "0000001001")), 0);
});

Deno.test("eventPrecision() is 0 where nothing was reported or nothing is true", () => {
  assert.equal(eventPrecision(eventRows("110", "000")), 0);
  assert.equal(eventPrecision(eventRows("000", "110")), 0);
});
