import assert from "node:assert/strict";
import { alertRateThreshold } from "./alert_rate.ts";
import { justAbove } from "./sorted_scores.ts";

/** Scores of one or more meters, hour by hour, 0 where none is given. */
function rowsOf(meters: Record<string, Record<number, number>>, hours = 168) {
  const list = Object.entries(meters).flatMap(([id, scores]) =>
    Array.from({ length: hours }, (_, hour) => ({ id, hour, score: scores[hour] ?? 0 }))
  );
  return {
    meterIds: list.map(({ id }) => id),
    ts: Float64Array.from(list, ({ hour }) => hour * 3_600_000),
    scores: Float64Array.from(list, ({ score }) => score),
  };
}

Deno.test("alertRateThreshold() counts events, not rows", () => {
  // Three rows of one event, one event at 0.7, another at 0.6.
  const rows = rowsOf({ a: { 10: 0.9, 11: 0.8, 13: 0.75, 50: 0.7, 90: 0.6 } });
  assert.equal(alertRateThreshold(rows, 1).value, 0.75);
  assert.equal(alertRateThreshold(rows, 2).value, 0.7);
  assert.deepEqual(alertRateThreshold(rows, 2.9), {
    rule: "alert_rate",
    perMeterWeek: 2.9,
    value: 0.7,
  });
});

Deno.test("alertRateThreshold() allows alerts per meter and week of the rows that are there", () => {
  const scores = { 10: 0.9, 50: 0.8, 90: 0.7, 130: 0.6 };
  // Two meters, one week: one alert each, wherever they fall.
  assert.equal(alertRateThreshold(rowsOf({ a: scores, b: {} }), 1).value, 0.8);
  // One meter, two weeks.
  assert.equal(alertRateThreshold(rowsOf({ a: scores }, 336), 1).value, 0.8);
  // One meter, one week of half-hours has 336 rows.
  const halves = rowsOf({ a: scores }, 336);
  const ts = halves.ts.map((at) => at / 2);
  assert.equal(alertRateThreshold({ ...halves, ts, intervalMs: 1_800_000 }, 1).value, 0.9);
});

Deno.test("alertRateThreshold() stops before the first excess, though events merge below", () => {
  // At 0.8 two events, at 0.7 all is one event again.
  const merging = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [30 + i, 0.7]));
  const rows = rowsOf({ a: { 29: 0.9, 39: 0.8, ...merging } });
  assert.equal(alertRateThreshold(rows, 1).value, 0.9);
  assert.equal(alertRateThreshold(rows, 2).value, 0.7);
});

Deno.test("alertRateThreshold() labels none where tied highest scores are too many events", () => {
  const rows = rowsOf({ a: { 10: 0.9, 50: 0.9, 90: 0.1 } });
  assert.equal(alertRateThreshold(rows, 1).value, justAbove(0.9));
});

Deno.test("alertRateThreshold() labels at most half of the rows", () => {
  const rising = Object.fromEntries(Array.from({ length: 168 }, (_, hour) => [hour, hour / 168]));
  // One growing event, and 84 of 168 rows.
  assert.equal(alertRateThreshold(rowsOf({ a: rising }), 1).value, 84 / 168);
});

Deno.test("alertRateThreshold() refuses a rate that is not positive", () => {
  for (const rate of [0, -1, NaN]) {
    assert.throws(() => alertRateThreshold(rowsOf({ a: {} }), rate), {
      name: "RangeError",
      message:
        `Cannot choose a threshold as perMeterWeek must be positive: current value is ${rate}`,
    });
  }
});
