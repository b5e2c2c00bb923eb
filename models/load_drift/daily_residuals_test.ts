import assert from "node:assert/strict";
import { dailyResiduals } from "./daily_residuals.ts";

/** Expects 2 kWh, in cell 7 twice as much. */
const baseline = {
  levels: Array.from({ length: 193 }, (_, cell) => Math.log(cell === 7 ? 4 : 2)),
  knots: [],
  slopes: [],
  usualTemperature: 0,
};

function hoursOf(kwhByDay: readonly (readonly number[])[], cell = 1) {
  const kwh = kwhByDay.flat();
  return {
    days: kwhByDay.flatMap((loads, day) => loads.map(() => day)),
    cells: kwh.map((_, row) => row === 0 ? 7 : cell),
    kwh,
    temperatures: kwh.map(() => NaN),
  };
}

Deno.test("dailyResiduals() compares the energy of the hours that are there", () => {
  const first = [4, ...new Array(11).fill(2)];
  const { residuals, expectedKwh } = dailyResiduals(
    hoursOf([first, new Array(24).fill(1), new Array(24).fill(8)]),
    baseline,
    3,
  );
  assert.deepEqual(Array.from(residuals, (value) => value.toFixed(12)), [
    (0).toFixed(12),
    Math.log(1 / 2).toFixed(12),
    Math.log(4).toFixed(12),
  ]);
  // Of the first day half was read: 26 kWh are expected in 12 hours.
  assert.deepEqual([...expectedKwh].map(Math.round), [52, 48, 48]);
});

Deno.test("dailyResiduals() says nothing of a day with fewer than 12 hours, or without energy", () => {
  const { residuals, expectedKwh } = dailyResiduals(
    hoursOf([new Array(11).fill(2), [], new Array(24).fill(0)]),
    baseline,
    4,
  );
  assert.deepEqual([...residuals], [NaN, NaN, NaN, NaN]);
  assert.deepEqual([...expectedKwh], [NaN, NaN, NaN, NaN]);
});
