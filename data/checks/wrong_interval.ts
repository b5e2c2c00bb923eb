/** Times off the meter's grid. */

import type { Check } from "./check.ts";
import { intervalsBetween } from "./interval.ts";

/**
 * Steps between a meter's times that are not a whole number of its intervals; neighbouring
 * ones are joined, `count` is the number of steps. From a day on, intervals are days or months
 * of the meter's own calendar, and two rows within one are a wrong step.
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
      FROM (
        SELECT *, ${intervalsBetween("previous_ts", "ts")} AS intervals
        FROM steps JOIN meters USING (meter_id)
      )
      WHERE intervals < 1 OR intervals <> floor(intervals)
    )
    GROUP BY meter_id, stretch`,
};
