import assert from "node:assert/strict";
import { HOUR_MS } from "../site.ts";
import { nightLoadLeftOn } from "./night_load_left_on.ts";

const LOAD = {
  median: 4,
  scale: 2,
  night: Array.from({ length: 24 }, (_, hour) => hour < 2),
  dayOverNight: 6,
};

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, hour) => hour * HOUR_MS), kwh: Float64Array.from(kwh) };
}

Deno.test("night_load_left_on raises the nights of its window by a share of day over night", () => {
  const series = hourly(Array.from({ length: 49 }, (_, hour) => hour % 24 < 2 ? 1 : 7));
  const context = { load: LOAD };
  const window = { from: 1, to: 49 };
  const { kwh, label } = nightLoadLeftOn.inject(series, window, () => 0.2, context);
  const expected = series.kwh.slice();
  // 0.4 + 0.5 × 0.2 = half of 6 kWh; hour 0 lies before the window.
  for (const hour of [1, 24, 25, 48]) expected[hour] = 4;
  assert.deepEqual(kwh, expected);
  assert.deepEqual([...label.keys()].filter((hour) => label[hour] === 1), [1, 24, 25, 48]);
});

Deno.test("night_load_left_on counts at least half a scale for a meter without a night", () => {
  const series = hourly([3, 3]);
  const context = { load: { ...LOAD, scale: 8, dayOverNight: 0 } };
  const { kwh } = nightLoadLeftOn.inject(series, { from: 0, to: 2 }, () => 0.2, context);
  assert.deepEqual([...kwh], [5, 5]);
});
