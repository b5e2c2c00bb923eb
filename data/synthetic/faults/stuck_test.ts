import assert from "node:assert/strict";
import { HOUR_MS } from "../site.ts";
import { stuck } from "./stuck.ts";

const LOAD = { median: 4, scale: 2, night: [], dayOverNight: 0 };

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, hour) => hour * HOUR_MS), kwh: Float64Array.from(kwh) };
}

Deno.test("stuck repeats the first reading of its window", () => {
  const series = hourly([1, 2, 3, 4, 5]);
  const context = { load: LOAD };
  const { kwh, label } = stuck.inject(series, { from: 1, to: 4 }, () => 0, context);
  assert.deepEqual([...kwh], [1, 2, 2, 2, 5]);
  assert.deepEqual([...label], [0, 1, 1, 1, 0]);
});

Deno.test("stuck holds the first reading there is, and none in a window without readings", () => {
  const series = hourly([1, NaN, 3, 4, NaN]);
  const context = { load: LOAD };
  const held = stuck.inject(series, { from: 1, to: 4 }, () => 0, context);
  assert.deepEqual([...held.kwh], [1, NaN, 3, 3, NaN]);
  const none = stuck.inject(series, { from: 4, to: 5 }, () => 0, context);
  assert.deepEqual([...none.label], [0, 0, 0, 0, 0]);
});
