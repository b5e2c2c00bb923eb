import assert from "node:assert/strict";
import { eventsOf } from "./events_of.ts";
import { table } from "./tables/mod.ts";

const HOUR_MS = 3_600_000;

function hours(label: readonly (number | boolean | null)[], more: Record<string, number[]> = {}) {
  return table({
    meter_id: label.map(() => "r1"),
    ts: label.map((_, hour) => new Date(hour * HOUR_MS)),
    score: label.map((_, hour) => hour / 10),
    label,
    ...more,
  });
}

Deno.test("eventsOf() bridges one hour, and tells what was used beyond the expected", () => {
  const scored = hours([1, 0, 1, 0, 0, 1], {
    kwh: [3, 9, 2, 1, 1, 0.5],
    expected_kwh: [1, 1, 1, 1, 1, 1],
  });
  assert.deepEqual(
    eventsOf(scored).objects().map(({ start, end, hours, peak_ts, excess_kwh }) => [
      start / HOUR_MS,
      end / HOUR_MS,
      hours,
      peak_ts / HOUR_MS,
      excess_kwh,
    ]),
    [[0, 3, 2, 2, 3], [5, 6, 1, 5, -0.5]],
  );
});

Deno.test("eventsOf() takes any column of labels and any interval; a missing label is none", () => {
  const days = table({
    meter_id: ["r2", "r1", "r1"],
    ts: [0, 1, 0].map((day) => new Date(day * 24 * HOUR_MS)),
    score: [0.9, 0.7, 0.8],
    predicted: [null, true, true],
  });
  assert.deepEqual(eventsOf(days, { label: "predicted", intervalHours: 24 }).objects(), [{
    meter_id: "r1",
    start: 0,
    end: 48 * HOUR_MS,
    hours: 48,
    peak_score: 0.8,
    peak_ts: 0,
    excess_kwh: NaN,
  }]);
});

Deno.test("eventsOf() of rows without an event has times that can be queried", () => {
  const none = eventsOf(hours([0, 0]));
  assert.deepEqual([none.rows, none.numbers("start").length], [0, 0]);
  assert.throws(() => eventsOf(hours([1]), { label: "odd" }), /Cannot find column "odd"/);
});
