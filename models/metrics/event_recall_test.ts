import assert from "node:assert/strict";
import { eventRecall } from "./event_recall.ts";
import { eventRows } from "./event_rows_fixture.ts";

Deno.test("eventRecall() is the share of true events that were reported", () => {
  assert.equal(eventRecall(eventRows("1100010001", "0111100000")), 1 / 3);
  assert.equal(eventRecall(eventRows("1100010001", "0000000000")), 0);
});

Deno.test("eventRecall() is not raised by reporting one event in full", () => {
  assert.equal(eventRecall(eventRows("1111100001", "1111100000")), 1 / 2);
  assert.equal(eventRecall(eventRows("1111100001", "0010000000")), 1 / 2);
});

Deno.test("eventRecall() refuses rows without a true event", () => {
  assert.throws(() => eventRecall(eventRows("000", "010")), {
    name: "RangeError",
    message: "Cannot judge the recall of events without a true one: current number is 0",
  });
});
