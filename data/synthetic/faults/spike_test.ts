import assert from "node:assert/strict";
import { HOUR_MS } from "../site.ts";
import { spike } from "./spike.ts";

const LOAD = { median: 4, scale: 2, night: [], dayOverNight: 0 };

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, hour) => hour * HOUR_MS), kwh: Float64Array.from(kwh) };
}

Deno.test("spike adds 2 to 5 scales, drawn for every hour", () => {
  const series = hourly([1, 1, 1, 1]);
  const context = { load: LOAD };
  const draws = [0, 0.5];
  const random = () => draws.shift() ?? NaN;
  const { kwh, label } = spike.inject(series, { from: 1, to: 3 }, random, context);
  assert.deepEqual([...kwh], [1, 1 + 2 * 2, 1 + 3.5 * 2, 1]);
  assert.deepEqual([...label], [0, 1, 1, 0]);
});
