import assert from "node:assert/strict";
import { stepDay } from "./step_day.ts";

function squares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

Deno.test("stepDay() leaves the least squares about two means", () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9];
  const left = (day: number) => squares(values.slice(0, day)) + squares(values.slice(day));
  const days = values.keys().drop(1).toArray();
  assert.equal(stepDay(values, 0, 15), days.sort((a, b) => left(a) - left(b))[0]);
});

Deno.test("stepDay() passes over missing days and reads none outside", () => {
  const values = [900, 0, 0, NaN, NaN, 4, 4, -900];
  assert.equal(stepDay(values, 1, 7), 5);
});

Deno.test("stepDay() takes the first of equal days, and none of fewer than two", () => {
  assert.equal(stepDay([0, 1, 0], 0, 3), 1);
  assert.equal(stepDay([2, 2, 2], 0, 3), 1);
  assert.equal(stepDay([2, NaN], 0, 2), undefined);
  assert.equal(stepDay([], 0, 0), undefined);
});
