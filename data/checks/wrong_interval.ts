/** Times off the meter's grid. */

import type { Check } from "./check.ts";

/**
 * Steps between a meter's times that are not a whole number of its intervals; neighbouring
 * ones are joined, `count` is the number of steps. Not for meters read by the calendar
 * (monthly), whose intervals differ by nature.
 */
export const wrongInterval: Check = {
  name: "wrong_interval",
  describes: "A step between two times that is not a whole number of the meter's intervals",
  sql: `
    WITH steps AS (
      SELECT meter_id, ts, lag(ts) OVER by_time AS previous_ts, row_number() OVER by_time AS rank
      FROM (SELECT DISTINCT meter_id, ts FROM raw_readings)
      WINDOW by_time AS (PARTITION BY meter_id ORDER BY ts)
    )
    SELECT meter_id, min(previous_ts) AS from_ts, max(ts) AS to_ts, count(*) AS count
    FROM (
      SELECT meter_id, ts, previous_ts,
        rank - row_number() OVER (PARTITION BY meter_id ORDER BY ts) AS stretch
      FROM steps JOIN meters USING (meter_id)
      WHERE date_diff('millisecond', previous_ts, ts) % (interval_minutes * 60000) <> 0
    )
    GROUP BY meter_id, stretch`,
};
