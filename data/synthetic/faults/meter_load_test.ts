import assert from "node:assert/strict";
import { meterLoad } from "./meter_load.ts";

const HOUR = 3_600_000;

function hourly(kwh: readonly number[]) {
  return { ts: Float64Array.from(kwh, (_, i) => i * HOUR), kwh: Float64Array.from(kwh) };
}

Deno.test("meterLoad() takes median and interquartile range by linear interpolation", () => {
  // Sorted 1 2 4 8: quartiles at positions 0.75, 1.5 and 2.25.
  const load = meterLoad(hourly([8, 1, NaN, 4, 2]));
  assert.equal(load.median, 3);
  assert.equal(load.scale, 5 - 1.75);
});

Deno.test("meterLoad() gives a flat meter a quarter of its median as scale", () => {
  const load = meterLoad(hourly(new Array<number>(48).fill(8)));
  assert.equal(load.scale, 2);
  assert.equal(load.dayOverNight, 0);
});

Deno.test("meterLoad() finds a night that runs over UTC midnight", () => {
  const isNight = (hour: number) => hour >= 21 || hour < 5;
  const load = meterLoad(hourly(Array.from({ length: 240 }, (_, i) => isNight(i % 24) ? 2 : 5)));
  assert.deepEqual(load.night, Array.from({ length: 24 }, (_, hour) => isNight(hour)));
  assert.equal(load.dayOverNight, 3);
});

Deno.test("meterLoad() refuses a meter without readings and one that reads 0", () => {
  assert.throws(() => meterLoad(hourly([])), {
    name: "RangeError",
    message: "Cannot measure the load of a meter without readings",
  });
  assert.throws(() => meterLoad(hourly([NaN])), RangeError);
  assert.throws(() => meterLoad(hourly([0, 0, 0])), {
    name: "RangeError",
    message: "Cannot scale faults to a meter whose readings hardly differ from 0: median is 0",
  });
});
