/** Values far above what the meter ever reads. */

import type { Check } from "./check.ts";
import { mergeRuns } from "./runs.ts";
import { usualHighest } from "./usual.ts";

const SCALES = 10;

/**
 * Values more than ten robust scales above the meter's median, and more than twice its usual
 * highest value (a meter with two levels of load is not all spikes). The scale is the median
 * absolute deviation times 1.4826 (one standard deviation of normal data); where more than half
 * of the values are equal, so that it is zero, the mean absolute deviation times 1.2533. Ten,
 * where Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993) take 3.5 for normal
 * data: load is skewed and has peaks of its own.
 */
export const spike: Check = {
  name: "spike",
  describes:
    "A value more than 10 robust standard deviations (MAD) above the meter's median and twice its highest value without the top hundredth, at least three values",
  sql: `
    WITH centres AS (
      SELECT meter_id, median(kwh) AS centre FROM clean_readings GROUP BY meter_id
    ),
    limits AS (
      SELECT meter_id, any_value(centre) + ${SCALES} * coalesce(
        nullif(1.4826 * median(abs(kwh - centre)), 0),
        1.2533 * avg(abs(kwh - centre))) AS highest
      FROM clean_readings JOIN centres USING (meter_id) GROUP BY meter_id
    )
    ${
    mergeRuns(`
      SELECT meter_id, ts, 1 AS count
      FROM clean_readings JOIN limits USING (meter_id)
      LEFT JOIN (${usualHighest("FROM clean_readings", "kwh")}) USING (meter_id)
      WHERE kwh > greatest(highest, 2 * usual)`)
  }`,
};
