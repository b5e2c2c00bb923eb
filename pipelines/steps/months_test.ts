import assert from "node:assert/strict";
import { lastMonth, monthAfter, monthIndex } from "./months.ts";

Deno.test("monthIndex() changes at midnight UTC of the first of the month", () => {
  const midnight = Date.UTC(2020, 2, 1);
  assert.deepEqual([...monthIndex([midnight - 1, midnight])], [50 * 12 + 1, 50 * 12 + 2]);
});

Deno.test("monthIndex() is negative before 1970", () => {
  assert.deepEqual([...monthIndex([Date.UTC(1969, 11, 31)])], [-1]);
});

Deno.test("lastMonth() is the month before, unless the last hour of a month is there", () => {
  const december = { from: Date.UTC(2019, 11, 1), to: Date.UTC(2020, 0, 1) };
  assert.deepEqual(lastMonth(Date.UTC(2019, 11, 31, 23)), december);
  assert.deepEqual(lastMonth(Date.UTC(2020, 0, 31, 22)), december);
});

Deno.test("monthAfter() ends a shorter month with its last day", () => {
  assert.equal(monthAfter(Date.UTC(2020, 0, 31, 6)), Date.UTC(2020, 1, 29, 6));
  assert.equal(monthAfter(Date.UTC(2021, 0, 29)), Date.UTC(2021, 1, 28));
  assert.equal(monthAfter(Date.UTC(2020, 9, 31)), Date.UTC(2020, 10, 30));
  assert.equal(monthAfter(Date.UTC(2020, 11, 31)), Date.UTC(2021, 0, 31));
});

Deno.test("monthAfter() keeps the day and crosses the year", () => {
  assert.equal(monthAfter(Date.UTC(2019, 11, 5, 6)), Date.UTC(2020, 0, 5, 6));
});
