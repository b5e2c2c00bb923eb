/** A meter that repeats itself. */

import type { Check } from "./check.ts";

const LEAST_INTERVALS = 12;
const ALWAYS_MINUTES = 72 * 60;

/**
 * Runs of one value other than zero that are long for the meter: at least twelve intervals and
 * twice the length that 99 in 100 of its runs stay within (coarse meters repeat small values
 * at night); from 72 h on in any case, so that a meter stuck all its life is seen.
 */
export const stuckValue: Check = {
  name: "stuck_value",
  describes:
    "One value other than zero for at least 12 intervals and twice the length that 99 in 100 of the meter's runs stay within, or for 72 h",
  sql: `
    WITH steps AS (
      SELECT meter_id, ts, kwh, interval_minutes, to_minutes(interval_minutes) AS step,
        ts - step * row_number() OVER (PARTITION BY meter_id, kwh ORDER BY ts) AS stretch
      FROM clean_readings JOIN meters USING (meter_id)
      WHERE kwh <> 0
    ),
    runs AS (
      SELECT meter_id, min(ts) AS from_ts, max(ts) + any_value(step) AS to_ts, count(*) AS count,
        any_value(interval_minutes) AS interval_minutes
      FROM steps GROUP BY meter_id, kwh, stretch
    ),
    usual AS (SELECT meter_id, quantile_disc(count, 0.99) AS length FROM runs GROUP BY meter_id)
    SELECT meter_id, from_ts, to_ts, count
    FROM runs JOIN usual USING (meter_id)
    WHERE count >= greatest(
      ${LEAST_INTERVALS}, least(2 * length, ceil(${ALWAYS_MINUTES} / interval_minutes)))`,
};
