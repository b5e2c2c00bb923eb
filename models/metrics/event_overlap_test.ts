import assert from "node:assert/strict";
import { eventOverlap } from "./event_overlap.ts";

/** Rows of meters a and b, hour by hour, from texts of labels. */
function rowsOf(truth: [string, string], predicted: [string, string]) {
  const hours = truth[0].length;
  return {
    meterIds: [..."ab"].flatMap((id) => new Array<string>(hours).fill(id)),
    ts: Float64Array.from({ length: 2 * hours }, (_, i) => (i % hours) * 60),
    intervalMs: 60,
    labels: Uint8Array.from(truth.join("")),
    predicted: Uint8Array.from(predicted.join("")),
  };
}

Deno.test("eventOverlap() counts an event once, however many events overlap it", () => {
  // One long true event hit by three predicted ones, and one predicted event over two true ones.
  const overlap = eventOverlap(rowsOf(
    ["1111111111", "1100011000"],
    ["1000100001", "0111110000"],
  ));
  assert.deepEqual(overlap, { trueEvents: 3, detected: 3, predictedEvents: 4, confirmed: 4 });
});

Deno.test("eventOverlap() does not count events that only touch, or lie on another meter", () => {
  const touching = eventOverlap(rowsOf(["110000", "000000"], ["001100", "110000"]));
  assert.deepEqual(touching, { trueEvents: 1, detected: 0, predictedEvents: 2, confirmed: 0 });
});

Deno.test("eventOverlap() joins events over one interval, which belongs to neither", () => {
  const inTheGap = eventOverlap(rowsOf(["010000", "101000"], ["101000", "010000"]));
  assert.deepEqual(inTheGap, { trueEvents: 2, detected: 0, predictedEvents: 2, confirmed: 0 });
  const joined = eventOverlap(rowsOf(["101000", "000000"], ["001000", "000000"]));
  assert.deepEqual(joined, { trueEvents: 1, detected: 1, predictedEvents: 1, confirmed: 1 });
});

Deno.test("eventOverlap() counts nothing where nothing is labelled", () => {
  const nothing = eventOverlap(rowsOf(["000", "000"], ["000", "000"]));
  assert.deepEqual(nothing, { trueEvents: 0, detected: 0, predictedEvents: 0, confirmed: 0 });
});

Deno.test("eventOverlap() takes rows as hourly unless they say otherwise", () => {
  const { intervalMs: _, ...rows } = rowsOf(["1101", "0000"], ["0000", "0000"]);
  const hourly = { ...rows, ts: rows.ts.map((ts) => (ts / 60) * 3_600_000) };
  assert.equal(eventOverlap(hourly).trueEvents, 1);
  assert.equal(eventOverlap({ ...hourly, intervalMs: 60 }).trueEvents, 3);
});
