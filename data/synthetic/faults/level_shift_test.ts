import assert from "node:assert/strict";
import { HOUR_MS } from "../site.ts";
import { levelShift } from "./level_shift.ts";

const LOAD = { median: 4, scale: 2, night: [], dayOverNight: 0 };

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, hour) => hour * HOUR_MS), kwh: Float64Array.from(kwh) };
}

Deno.test("level_shift multiplies its window by one factor", () => {
  const series = hourly([1, 2, 3, 4]);
  const context = { load: LOAD };
  const draws = [0, 0.5];
  const random = () => draws.shift() ?? NaN;
  const { kwh, label } = levelShift.inject(series, { from: 1, to: 3 }, random, context);
  // A median of 4 moves up by 0.75 × 2 with the factor 1.375.
  assert.deepEqual([...kwh], [1, 2.75, 4.125, 4]);
  assert.deepEqual([...label], [0, 1, 1, 0]);
});
