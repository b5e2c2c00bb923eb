import assert from "node:assert/strict";
import fc from "fast-check";
import { aggregateAlarms } from "../alarms/aggregate_alarms.ts";
import { eventF1 } from "../metrics/event_f1.ts";
import { alarmFBetaThreshold } from "./alarm_f_beta.ts";
import { fBetaThreshold } from "./f_beta.ts";
import { justAbove } from "./sorted_scores.ts";
import { labelScores } from "./threshold.ts";

/** Rows of one meter; labels as a text, one sign per interval. */
function rowsOf(labels: string, scores: readonly number[]) {
  return {
    meterIds: scores.map(() => "a"),
    ts: Float64Array.from(scores, (_, i) => i),
    intervalMs: 1,
    scores: Float64Array.from(scores),
    labels: Uint8Array.from(labels),
  };
}

Deno.test("alarmFBetaThreshold() goes lower where single hours make no alarm", () => {
  // Hours 0 and 6 are high but alone, hours 10 to 12 are lower and true.
  const scores = [0.9, 0, 0, 0, 0, 0, 0.8, 0, 0, 0, 0.5, 0.6, 0.5, 0, 0];
  const rows = rowsOf("000000000011100", scores);
  // At 0.6 three single hours: one of three is true, 2 · (1/3) / (4/3).
  const single = fBetaThreshold(rows, 1);
  assert.equal(single.value, 0.6);
  assert.ok(Math.abs(single.reached - 0.5) < 1e-12);
  const alarms = { window: 2, least: 2 };
  assert.deepEqual(alarmFBetaThreshold(rows, { beta: 1, alarms }), {
    rule: "alarm_f_beta",
    beta: 1,
    alarms,
    reached: 1,
    value: 0.5,
  });
});

Deno.test("alarmFBetaThreshold() counts an alarm that comes after the event as a false one", () => {
  // Two hours lead to an alarm at the second; the event is over after the first.
  const rows = rowsOf("00010000", [0, 0, 0, 0.9, 0.9, 0, 0, 0]);
  const { value, reached } = alarmFBetaThreshold(rows, {
    beta: 1,
    alarms: { window: 2, least: 2 },
  });
  assert.deepEqual([value, reached], [justAbove(0.9), 0]);
});

Deno.test("alarmFBetaThreshold() counts alarms of which one quiets others", () => {
  // At 0.9 one of two true events, precise: 2/3. At 0.7 a false alarm at hour 2 is followed by a
  // quiet in which the true event of hour 5 goes unheard: 1/2 and 1/2.
  const rows = rowsOf("000001000001", [0, 0, 0.7, 0, 0, 0.7, 0, 0, 0, 0, 0, 0.9]);
  const at = (suppress: number) => alarmFBetaThreshold(rows, { beta: 1, alarms: { suppress } });
  assert.equal(at(4).value, 0.9);
  // Without the quiet both are found, two of three alarms are true: 2 · (2/3) / (5/3).
  assert.equal(at(0).value, 0.7);
  assert.ok(Math.abs(at(0).reached - 0.8) < 1e-12);
});

Deno.test("alarmFBetaThreshold() of hours that are alarms as they are is fBetaThreshold()", () => {
  const row = fc.tuple(fc.constantFrom(0, 0, 0, 1), fc.integer({ min: 0, max: 9 }));
  const some = fc.array(row, { minLength: 1, maxLength: 38 }).map((list) => [...list, [1, 5]]);
  fc.assert(fc.property(some, (list) => {
    const rows = rowsOf(list.map(([label]) => label).join(""), list.map(([, score]) => score));
    const { value, reached } = fBetaThreshold(rows, 1);
    const alarms = alarmFBetaThreshold(rows, { beta: 1, alarms: {} });
    assert.deepEqual([alarms.value, alarms.reached], [value, reached]);
  }));
});

Deno.test("alarmFBetaThreshold() reaches the event F1 of its alarms", () => {
  const row = fc.tuple(fc.constantFrom(0, 0, 1), fc.integer({ min: 0, max: 9 }));
  const some = fc.array(row, { minLength: 1, maxLength: 60 }).map((list) => [...list, [1, 5]]);
  const alarms = { window: 3, least: 2, hold: 1, suppress: 4 };
  fc.assert(fc.property(some, (list) => {
    const rows = rowsOf(list.map(([label]) => label).join(""), list.map(([, score]) => score));
    const threshold = alarmFBetaThreshold(rows, { beta: 1, alarms });
    const label = labelScores(rows.scores, threshold);
    const predicted = aggregateAlarms({ meterId: rows.meterIds, ts: rows.ts, label }, alarms, 1);
    assert.ok(Math.abs(eventF1({ ...rows, predicted }) - threshold.reached) < 1e-12);
  }));
});

Deno.test("alarmFBetaThreshold() refuses rows without a true event, and options out of range", () => {
  const choose = (labels: string, beta: number, least: number) =>
    alarmFBetaThreshold(rowsOf(labels, [1, 2]), { beta, alarms: { window: 2, least } });
  assert.throws(() => choose("00", 1, 1), {
    name: "RangeError",
    message: "Cannot choose a threshold by alarms without a true event",
  });
  assert.throws(() => choose("10", 0, 1), {
    name: "RangeError",
    message: "Cannot choose a threshold as beta must be positive: current value is 0",
  });
  assert.throws(() => choose("10", 1, 3), {
    name: "RangeError",
    message: "Cannot aggregate alarms as window must be a whole number >= 3: current value is 2",
  });
});
