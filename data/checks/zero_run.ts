/** Hours of zero where the meter seldom reads zero. */

import type { Check } from "./check.ts";
import { mergeRuns } from "./runs.ts";

const LEAST_MINUTES = 180;

/**
 * Runs of zero that are long for the meter: at least three hours, and at least twice the
 * time at zero that all but the worst tenth of its days (UTC) have. A room that is empty ten
 * hours of every night is reported from twenty hours on, a building from three.
 */
export const zeroRun: Check = {
  name: "zero_run",
  describes:
    "Zero for at least 3 h and twice the time at zero that nine in ten of the meter's days stay within",
  sql: `
    WITH days AS (
      SELECT meter_id, any_value(interval_minutes) * count(*) FILTER (kwh = 0) AS minutes
      FROM clean_readings JOIN meters USING (meter_id)
      GROUP BY meter_id, CAST(ts AS DATE)
    ),
    usual AS (SELECT meter_id, quantile_disc(minutes, 0.9) AS minutes FROM days GROUP BY meter_id)
    SELECT meter_id, from_ts, to_ts, count
    FROM (${mergeRuns("SELECT meter_id, ts, 1 AS count FROM clean_readings WHERE kwh = 0")})
    JOIN usual USING (meter_id)
    WHERE date_diff('minute', from_ts, to_ts) >= greatest(${LEAST_MINUTES}, 2 * minutes)`,
};
