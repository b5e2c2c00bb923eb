/** Meters of the study that a test makes, without a database. */
import { random } from "../../../models/mod.ts";
import { FIRST_DAY, LAST_DAY } from "./study_days.ts";
import type { StudyMeter } from "./study_meters.ts";

const DAYS = LAST_DAY - FIRST_DAY;

/**
 * Meters whose days stray by up to 4 % and whose hours are all alike but for that.
 *
 * @param factor By what the load of a meter's day is multiplied, for the hours and the residuals.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [meter] = studyMeters(1, () => 2);
 * assert.equal(meter.hours.kwh.length, 24 * 882);
 * assert.ok(Math.abs(meter.by2018[0] - Math.log(2)) <= 0.04);
 * ```
 */
export function studyMeters(
  count: number,
  factor: (meter: number, day: number) => number = () => 1,
): StudyMeter[] {
  return Array.from({ length: count }, (_, meter) => {
    const next = random(meter + 1);
    const residuals = Float64Array.from(
      { length: DAYS },
      (_, day) => 0.04 * (next() + next() - 1) + Math.log(factor(meter, day)),
    );
    const days = Float64Array.from({ length: 24 * DAYS }, (_, hour) => Math.floor(hour / 24));
    return {
      meterId: `m${meter}`,
      hours: {
        days,
        cells: days.map((_, hour) => hour % 168),
        kwh: days.map((day) => 10 * Math.exp(residuals[day])),
        temperatures: days.map(() => NaN),
      },
      by2018: residuals,
      by2019: residuals,
    };
  });
}
