/** How far the energy of each day is from what was expected. */

import { expectedKwh, type LoadBaseline, type MeterHours } from "./load_baseline.ts";

/** Days of one meter as columns, by the number of the day. */
export interface MeterDays {
  /** ln(energy / expected energy) over the hours that were read; `NaN` where too few were. */
  readonly residuals: Float64Array;
  /** Expected energy of the whole day, kWh; `NaN` where the residual is. */
  readonly expectedKwh: Float64Array;
}

/** A day counts from this many hours on. */
const LEAST_HOURS = 12;

/**
 * The residual of each day: the logarithm of its energy over what the baseline expects in the same
 * hours, so 0.1 is about 10 % more than expected. A missing hour is left out of both. A day with
 * fewer than 12 hours, or without any energy in them, has none.
 *
 * @param days Number of days; days of the hours are 0 to `days` - 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const levels = Array.from({ length: 193 }, () => 0);
 * const baseline = { levels, knots: [], slopes: [], usualTemperature: 0 };
 * const hours = {
 *   days: new Array(12).fill(1),
 *   cells: new Array(12).fill(5),
 *   kwh: new Array(12).fill(Math.E),
 *   temperatures: new Array(12).fill(NaN),
 * };
 * const { residuals, expectedKwh } = dailyResiduals(hours, baseline, 2);
 * assert.deepEqual([residuals[0], residuals[1].toFixed(9), expectedKwh[1]], [NaN, "1.000000000", 24]);
 * ```
 */
export function dailyResiduals(
  hours: MeterHours,
  baseline: LoadBaseline,
  days: number,
): MeterDays {
  const used = new Float64Array(days);
  const expected = new Float64Array(days);
  const counts = new Float64Array(days);
  for (let row = 0; row < hours.days.length; row++) {
    const day = hours.days[row];
    used[day] += hours.kwh[row];
    expected[day] += expectedKwh(baseline, hours.cells[row], hours.temperatures[row]);
    counts[day]++;
  }
  const residuals = used.map((kwh, day) =>
    counts[day] >= LEAST_HOURS && kwh > 0 ? Math.log(kwh / expected[day]) : NaN
  );
  return {
    residuals,
    expectedKwh: expected.map((kwh, day) =>
      Number.isNaN(residuals[day]) ? NaN : kwh * 24 / counts[day]
    ),
  };
}
