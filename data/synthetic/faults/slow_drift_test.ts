import assert from "node:assert/strict";
import { HOUR_MS } from "../site.ts";
import { slowDrift } from "./slow_drift.ts";

const LOAD = { median: 4, scale: 2, night: [], dayOverNight: 0 };

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, hour) => hour * HOUR_MS), kwh: Float64Array.from(kwh) };
}

Deno.test("slow_drift grows in equal steps and ends at its factor", () => {
  const series = hourly([10, 10, 10, 10, 10, 10]);
  const context = { load: LOAD };
  const draws = [0, 0.5];
  const random = () => draws.shift() ?? NaN;
  const { kwh, label } = slowDrift.inject(series, { from: 1, to: 5 }, random, context);
  // A median of 4 moves up by 1 × 2 with the factor 1.5.
  assert.deepEqual([...kwh], [10, 11.25, 12.5, 13.75, 15, 10]);
  assert.deepEqual([...label], [0, 1, 1, 1, 1, 0]);
});
