import assert from "node:assert/strict";
import fc from "fast-check";
import { eventOverlap } from "../metrics/event_overlap.ts";
import { growingEvents } from "./growing_events.ts";

/** Rows of meter a, interval by interval. */
function rowsOf(intervals: number) {
  return {
    meterIds: new Array<string>(intervals).fill("a"),
    ts: Float64Array.from({ length: intervals }, (_, i) => i),
    intervalMs: 1,
    scores: new Float64Array(intervals),
  };
}

Deno.test("growingEvents() joins the runs on both sides of a row, over one interval at most", () => {
  const growing = growingEvents(rowsOf(9), Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 1));
  const after = (row: number) => {
    growing.add(row);
    return [growing.events, growing.confirmed, growing.detected];
  };
  assert.equal(growing.trueEvents, 2);
  assert.deepEqual(after(0), [1, 0, 0]);
  assert.deepEqual(after(3), [2, 0, 0]);
  assert.deepEqual(after(4), [2, 1, 1]);
  assert.deepEqual(after(8), [3, 2, 2]);
  assert.deepEqual(after(2), [2, 2, 2]);
  assert.deepEqual(after(6), [1, 1, 2]);
});

Deno.test("growingEvents() counts as eventOverlap() after every row", () => {
  const row = fc.record({
    meter: fc.constantFrom("a", "b"),
    hour: fc.nat(25),
    truth: fc.constantFrom(0, 0, 1),
  });
  const rows = fc.uniqueArray(row, { selector: ({ meter, hour }) => `${meter} ${hour}` });
  fc.assert(fc.property(rows, (list) => {
    const judged = {
      meterIds: list.map(({ meter }) => meter),
      ts: Float64Array.from(list, ({ hour }) => hour * 60),
      intervalMs: 60,
      scores: new Float64Array(list.length),
    };
    const labels = Uint8Array.from(list, ({ truth }) => truth);
    const growing = growingEvents(judged, labels);
    const predicted = new Uint8Array(list.length);
    list.forEach((_, at) => {
      growing.add(at);
      predicted[at] = 1;
      const { events, confirmed, detected, trueEvents } = growing;
      assert.deepEqual(
        { trueEvents, detected, predictedEvents: events, confirmed },
        eventOverlap({ ...judged, labels, predicted }),
      );
    });
  }));
});

Deno.test("growingEvents() refuses two rows of one time, and takes hourly rows unless told", () => {
  const rows = { ...rowsOf(2), ts: Float64Array.of(0, 0) };
  assert.throws(() => growingEvents(rows, new Uint8Array(2)), {
    name: "RangeError",
    message: 'Cannot count events as meter "a" has two rows of 1970-01-01T00:00:00.000Z',
  });
  const { intervalMs: _, ...hourly } = rowsOf(2);
  const growing = growingEvents(
    { ...hourly, ts: Float64Array.of(0, 2 * 3_600_000) },
    new Uint8Array(2),
  );
  growing.add(0);
  growing.add(1);
  assert.equal(growing.events, 1);
});
