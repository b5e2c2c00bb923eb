/** Intervals without a row. */

import type { Check } from "./check.ts";

/** Missing intervals between a meter's first and last row; `count` is how many. */
export const gaps: Check = {
  name: "gaps",
  describes: "No row where the meter's interval calls for one",
  sql: `
    SELECT meter_id, ts + to_minutes(interval_minutes) AS from_ts, next_ts AS to_ts,
      date_diff('minute', ts, next_ts) // interval_minutes - 1 AS count
    FROM (
      SELECT meter_id, ts, lead(ts) OVER (PARTITION BY meter_id ORDER BY ts) AS next_ts
      FROM (SELECT DISTINCT meter_id, ts FROM raw_readings)
    )
    JOIN meters USING (meter_id)
    WHERE date_diff('minute', ts, next_ts) >= 2 * interval_minutes`,
};
