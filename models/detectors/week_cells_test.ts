import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { ALL_ROWS, CELLS, weekCells, widerCells } from "./week_cells.ts";

Deno.test("weekCells() gives each hour of the week a cell of its own, in order", () => {
  const hours = Array.from({ length: 168 }, (_, i) => [i % 24, Math.floor(i / 24)]);
  const cells = weekCells(matrix(["hour", "weekday"], hours.flat()), { hour: 0, weekday: 1 });
  assert.deepEqual([...cells], Array.from({ length: 168 }, (_, i) => i));
});

Deno.test("weekCells() keeps the hour where the day is missing or no day", () => {
  const days = [NaN, 7, -1, 1e30, -1e30];
  const x = matrix(["weekday", "kwh", "hour"], days.flatMap((day) => [day, 0, 23]));
  assert.deepEqual([...weekCells(x, { hour: 2, weekday: 0 })], [191, 191, 191, 191, 191]);
});

Deno.test("weekCells() takes all rows where the hour is missing or no hour", () => {
  const hours = [NaN, 24, -1, 1e30, -1e30];
  const x = matrix(["hour", "weekday"], hours.flatMap((hour) => [hour, 3]));
  assert.deepEqual(new Set(weekCells(x, { hour: 0, weekday: 1 })), new Set([192]));
});

Deno.test("weekCells() counts fractions down", () => {
  const x = matrix(["hour", "weekday"], [23.5, 6.9, 0.25, -0, -0.5, 0]);
  assert.deepEqual([...weekCells(x, { hour: 0, weekday: 1 })], [167, 0, ALL_ROWS]);
});

Deno.test("widerCells() goes from the hour of week to the hour of day to all rows", () => {
  assert.deepEqual(widerCells(0), [0, 168, 192]);
  assert.deepEqual(widerCells(167), [167, 191, 192]);
  assert.deepEqual(widerCells(168), [168, 192]);
  assert.deepEqual(widerCells(ALL_ROWS), [192]);
  assert.equal(CELLS, 193);
});
