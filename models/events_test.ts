import assert from "node:assert/strict";
import { findEvents } from "./events.ts";

const HOUR = 3_600_000;
const ROWS = {
  meterId: ["a", "b", "a", "a", "a"],
  ts: Float64Array.of(0, HOUR, 2 * HOUR, HOUR, 5 * HOUR),
  label: Uint8Array.of(1, 1, 1, 0, 1),
  score: Float32Array.of(0.5, 0.75, 0.5, 0.25, 1),
  kwh: Float64Array.of(5, 1, 7, 100, NaN),
  expectedKwh: Float64Array.of(2, 4, 3, 0, 3),
};

Deno.test("findEvents() reports span, intervals, peak and excess of every event", () => {
  assert.deepEqual(findEvents(ROWS, { intervalMs: HOUR }), [
    {
      meterId: "a",
      start: 0,
      end: 3 * HOUR,
      intervals: 2,
      peakScore: 0.5,
      peakTs: 0,
      excessKwh: 3 + 4,
    },
    {
      meterId: "a",
      start: 5 * HOUR,
      end: 6 * HOUR,
      intervals: 1,
      peakScore: 1,
      peakTs: 5 * HOUR,
      excessKwh: null,
    },
    {
      meterId: "b",
      start: HOUR,
      end: 2 * HOUR,
      intervals: 1,
      peakScore: 0.75,
      peakTs: HOUR,
      excessKwh: -3,
    },
  ]);
});

Deno.test("findEvents() does not depend on the order of the rows", () => {
  const reversed = {
    meterId: ROWS.meterId.toReversed(),
    ts: ROWS.ts.toReversed(),
    label: ROWS.label.toReversed(),
    score: ROWS.score.toReversed(),
    kwh: ROWS.kwh.toReversed(),
    expectedKwh: ROWS.expectedKwh.toReversed(),
  };
  const options = { intervalMs: HOUR };
  assert.deepEqual(findEvents(reversed, options), findEvents(ROWS, options));
});

Deno.test("findEvents() leaves the excess unknown without readings or expectation", () => {
  const { kwh: _, ...withoutReadings } = ROWS;
  const { expectedKwh: __, ...withoutExpectation } = ROWS;
  for (const rows of [withoutReadings, withoutExpectation]) {
    const events = findEvents(rows, { intervalMs: HOUR });
    assert.deepEqual(events.map((event) => event.excessKwh), [null, null, null]);
  }
});

Deno.test("findEvents() gives nothing where nothing is labelled", () => {
  assert.deepEqual(findEvents({ ...ROWS, label: new Uint8Array(5) }, { intervalMs: HOUR }), []);
});

Deno.test("findEvents() refuses a score column of another length", () => {
  assert.throws(() => findEvents({ ...ROWS, score: new Float32Array(4) }, { intervalMs: HOUR }), {
    name: "RangeError",
    message: "Cannot find events in columns of different length: 5 times, 4 values",
  });
});
