/** Intervals without a row. */

import type { Check } from "./check.ts";
import { afterInterval, intervalsBetween } from "./interval.ts";

/**
 * Missing intervals between a meter's first and last row; `count` is how many. From a day on
 * they are days or months of the meter's own calendar. Loggers are not exact to the second.
 */
export const gaps: Check = {
  name: "gaps",
  describes: "No row where the meter's interval, give or take half a minute, calls for one",
  sql: `
    SELECT meter_id, ${afterInterval("ts")} AS from_ts, next_ts AS to_ts, missing AS count
    FROM (
      SELECT *, CAST(floor(${intervalsBetween("ts", "next_ts")} + 0.5 / interval_minutes) AS BIGINT)
        - 1 AS missing
      FROM (
        SELECT meter_id, ts, lead(ts) OVER (PARTITION BY meter_id ORDER BY ts) AS next_ts
        FROM (SELECT DISTINCT meter_id, ts FROM raw_readings)
      )
      JOIN meters USING (meter_id)
    )
    WHERE missing > 0`,
};
