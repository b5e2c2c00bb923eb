/** What the meters of a site have in common. */

import { quantile } from "../quantile.ts";

/** With fewer meters a median is not more than one or two of them. */
const FEWEST_METERS = 5;

/**
 * The median over the meters of each day: holidays, terms and weather that the baselines did not
 * explain are in it, and the fault of one meter is not.
 *
 * @param series One value per day of each meter, `NaN` where missing; all of one length.
 * @returns `undefined` for a site of fewer than five meters; `NaN` for a day on which fewer than
 * five are there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const series = [1, 2, 3, 4, 500].map((value) => Float64Array.of(value, NaN));
 * assert.deepEqual(siteCourse(series), Float64Array.of(3, NaN));
 * assert.equal(siteCourse(series.slice(1)), undefined);
 * ```
 */
export function siteCourse(series: readonly Float64Array[]): Float64Array | undefined {
  if (series.length < FEWEST_METERS) return undefined;
  const present = new Float64Array(series.length);
  return series[0].map((_, day) => {
    let count = 0;
    for (const values of series) {
      if (!Number.isNaN(values[day])) present[count++] = values[day];
    }
    return count < FEWEST_METERS ? NaN : quantile(present.subarray(0, count).sort(), 0.5);
  });
}
