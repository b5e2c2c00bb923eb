import assert from "node:assert/strict";
import { detectionDelays } from "./detection_delay.ts";
import { eventOverlap } from "./event_overlap.ts";
import { rowsByMeter } from "./rows_by_meter.ts";
import { trueEvents } from "./true_events.ts";

const HOUR = 3_600_000;
/** Two meters in one order of rows; event 4 of meter "a" is wrong in two of its nights. */
const rows = {
  meterIds: ["b", "a", "a", "a", "a", "a", "b", "b"],
  ts: Float64Array.of(0, 9, 0, 1, 5, 6, 1, 2).map((hour) => hour * HOUR),
  labels: Uint8Array.of(1, 1, 1, 1, 0, 1, 0, 1),
  events: Int32Array.of(4, 2, 4, 4, 4, 4, 4, 4),
};

Deno.test("trueEvents() keeps the rows of one event together, each meter's for itself", () => {
  assert.deepEqual(trueEvents(rows), [
    { meterId: "a", start: 0, end: 7 * HOUR, rows: [2, 3, 5] },
    { meterId: "a", start: 9 * HOUR, end: 10 * HOUR, rows: [1] },
    { meterId: "b", start: 0, end: 3 * HOUR, rows: [0, 7] },
  ]);
});

Deno.test("trueEvents() takes runs of anomalous rows for events where none are known", () => {
  const { events: _, ...unknown } = rows;
  assert.deepEqual(trueEvents(unknown).map((event) => event.rows), [[2, 3], [5], [1], [0, 7]]);
});

Deno.test("trueEvents() refuses numbers that are not one per row", () => {
  assert.throws(() => trueEvents({ ...rows, events: Int32Array.of(1) }), {
    name: "RangeError",
    message: "Cannot tell the events of 8 rows by 1 numbers of events",
  });
});

Deno.test("an event with a pause is noticed once, by any of its parts, counted from its start", () => {
  const predicted = Uint8Array.of(0, 0, 0, 0, 0, 1, 0, 0);
  assert.deepEqual(eventOverlap({ ...rows, predicted }), {
    trueEvents: 3,
    detected: 1,
    predictedEvents: 1,
    confirmed: 1,
  });
  assert.deepEqual(detectionDelays({ ...rows, predicted }), [6, NaN, NaN]);
});

Deno.test("rowsByMeter() hands each meter the numbers of its events", () => {
  const judged = { ...rows, scores: new Float64Array(8), predicted: new Uint8Array(8) };
  const [a, b] = rowsByMeter(judged);
  assert.deepEqual([[...a.events ?? []], [...b.events ?? []]], [[4, 4, 4, 4, 2], [4, 4, 4]]);
});
