import assert from "node:assert/strict";
import { HOUR_MS } from "../site.ts";
import { meterSwap } from "./meter_swap.ts";

const LOAD = { median: 4, scale: 2, night: [], dayOverNight: 0 };

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, hour) => hour * HOUR_MS), kwh: Float64Array.from(kwh) };
}

Deno.test("meter_swap takes the donor's readings at the same times", () => {
  const series = hourly([1, 2, 3, 4, 5]);
  const donor = { ts: Float64Array.of(HOUR_MS, 3 * HOUR_MS), kwh: Float64Array.of(20, 40) };
  const context = { load: LOAD, donor };
  const { kwh, label } = meterSwap.inject(series, { from: 1, to: 5 }, () => 0, context);
  assert.deepEqual([...kwh], [1, 20, 3, 40, 5]);
  assert.deepEqual([...label], [0, 1, 0, 1, 0]);
});

Deno.test("meter_swap refuses to swap the only meter", () => {
  const series = hourly([1, 2]);
  assert.throws(() => meterSwap.inject(series, { from: 0, to: 2 }, () => 0, { load: LOAD }), {
    name: "RangeError",
    message: "Cannot swap the meter as there is no other one",
  });
});
