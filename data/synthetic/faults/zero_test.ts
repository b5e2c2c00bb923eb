import assert from "node:assert/strict";
import { HOUR_MS } from "../site.ts";
import { zero } from "./zero.ts";

const LOAD = { median: 4, scale: 2, night: [], dayOverNight: 0 };

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, hour) => hour * HOUR_MS), kwh: Float64Array.from(kwh) };
}

Deno.test("zero sets the readings of its window to 0", () => {
  const series = hourly([1, 2, NaN, 4]);
  const context = { load: LOAD };
  const { kwh, label } = zero.inject(series, { from: 1, to: 4 }, () => 0, context);
  assert.deepEqual([...kwh], [1, 0, NaN, 0]);
  assert.deepEqual([...label], [0, 1, 0, 1]);
});
