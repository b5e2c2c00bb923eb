import assert from "node:assert/strict";
import { HOUR_MS } from "../site.ts";
import { clockShift } from "./clock_shift.ts";

const LOAD = { median: 4, scale: 2, night: [], dayOverNight: 0 };

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, hour) => hour * HOUR_MS), kwh: Float64Array.from(kwh) };
}

Deno.test("clock_shift reads the hours that lie up to 11 h away", () => {
  const series = hourly(Array.from({ length: 30 }, (_, hour) => hour));
  const context = { load: LOAD };
  const later = clockShift.inject(series, { from: 12, to: 14 }, () => 0.99, context);
  assert.deepEqual([...later.kwh.subarray(11, 15)], [11, 23, 24, 14]);
  const earlier = clockShift.inject(series, { from: 12, to: 14 }, () => 0, context);
  assert.deepEqual([...earlier.kwh.subarray(11, 15)], [11, 9, 10, 14]);
});

Deno.test("clock_shift leaves rows alone whose other hour was not read", () => {
  const series = hourly([0, 1, NaN, 3, 4, 5, 6]);
  const context = { load: LOAD };
  const { kwh, label } = clockShift.inject(series, { from: 2, to: 6 }, () => 0, context);
  assert.deepEqual([...kwh], [0, 1, NaN, 0, 1, 5, 6]);
  assert.deepEqual([...label], [0, 0, 0, 1, 1, 0, 0]);
});
