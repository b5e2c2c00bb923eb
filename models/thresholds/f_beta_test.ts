import assert from "node:assert/strict";
import fc from "fast-check";
import { eventF1 } from "../metrics/event_f1.ts";
import { fBetaThreshold } from "./f_beta.ts";
import { justAbove } from "./sorted_scores.ts";
import { labelScores } from "./threshold.ts";

/** Rows of one meter; labels as a text, one sign per interval. */
function rowsOf(labels: string, scores: number[]) {
  return {
    meterIds: scores.map(() => "a"),
    ts: Float64Array.from(scores, (_, i) => i),
    intervalMs: 1,
    scores: Float64Array.from(scores),
    labels: Uint8Array.from(labels),
  };
}

Deno.test("fBetaThreshold() counts a long event once", () => {
  // At 0.9 one of two true events, precise: F1 = 2/3. At 0.5 both, and one false: 2·(2/3)/(5/3).
  const rows = rowsOf("1111100001000", [0.9, 0.9, 0.9, 0.1, 0.1, 0, 0.5, 0, 0, 0.5, 0, 0, 0]);
  const { value, reached } = fBetaThreshold(rows, 1);
  assert.equal(value, 0.5);
  assert.ok(Math.abs(reached - 0.8) < 1e-12, `${reached}`);
});

Deno.test("fBetaThreshold() prefers precision below 1 and recall above", () => {
  // True at 0.9 and 0.4; false at 0.8 and 0.6. At 0.9: 1 and 1/2; at 0.4: 1/2 and 1.
  const rows = rowsOf("1000000001", [0.9, 0, 0, 0.8, 0, 0, 0.6, 0, 0, 0.4]);
  assert.equal(fBetaThreshold(rows, 0.5).value, 0.9);
  assert.equal(fBetaThreshold(rows, 2).value, 0.4);
  // F½ = 1.25 · (1/2) / (0.25 + 1/2).
  assert.ok(Math.abs(fBetaThreshold(rows, 0.5).reached - 1.25 * 0.5 / 0.75) < 1e-12);
});

Deno.test("fBetaThreshold() takes the highest of equal thresholds", () => {
  const rows = rowsOf("1000000", [0.9, 0.8, 0.7, 0, 0, 0, 0]);
  assert.equal(fBetaThreshold(rows, 1).value, 0.9);
});

Deno.test("fBetaThreshold() labels at most half of the rows", () => {
  // All rows in one event would be right about the one fault.
  const rows = rowsOf("00000001", [0.9, 0, 0, 0.8, 0, 0, 0.7, 0]);
  assert.deepEqual(fBetaThreshold(rows, 1), {
    rule: "f_beta",
    beta: 1,
    reached: 0,
    value: justAbove(0.9),
  });
});

Deno.test("fBetaThreshold() reaches the event F1 of its labels, and no other score more", () => {
  const row = fc.tuple(fc.constantFrom(0, 0, 0, 1), fc.integer({ min: 0, max: 9 }));
  const some = fc.array(row, { minLength: 1, maxLength: 40 }).map((list) => [...list, [1, 5]]);
  fc.assert(fc.property(some, (list) => {
    const rows = rowsOf(list.map(([label]) => label).join(""), list.map(([, score]) => score));
    const threshold = fBetaThreshold(rows, 1);
    const f1 = (value: number) =>
      eventF1({ ...rows, predicted: labelScores(rows.scores, { rule: "by hand", value }) });
    assert.ok(Math.abs(f1(threshold.value) - threshold.reached) < 1e-12);
    for (const score of rows.scores) {
      const labelled = rows.scores.filter((other) => other >= score).length;
      if (labelled > list.length / 2) continue;
      assert.ok(f1(score) <= threshold.reached + 1e-12, `at ${score}`);
    }
  }));
});

Deno.test("fBetaThreshold() refuses rows without a true event, and a beta that is not positive", () => {
  assert.throws(() => fBetaThreshold(rowsOf("00", [1, 2]), 1), {
    name: "RangeError",
    message: "Cannot choose a threshold by events without a true one",
  });
  for (const beta of [0, Infinity, NaN]) {
    assert.throws(() => fBetaThreshold(rowsOf("10", [1, 2]), beta), {
      name: "RangeError",
      message: `Cannot choose a threshold as beta must be positive: current value is ${beta}`,
    });
  }
});
