/** A meter that repeats itself. */

import type { Check } from "./check.ts";
import { mergeRuns } from "./runs.ts";
import { usualHighest } from "./usual.ts";

const LEAST_INTERVALS = 12;
const ALWAYS_MINUTES = 72 * 60;

/**
 * Runs of one value other than zero that are long for the meter: at least twelve intervals and
 * twice the usual longest of its runs (coarse meters repeat small values at night); from 72 h
 * on in any case, so that a meter stuck all its life is seen.
 */
export const stuckValue: Check = {
  name: "stuck_value",
  describes:
    "One value other than zero for at least 12 intervals and twice the meter's longest run without the top hundredth, at least three runs, or for 72 h",
  sql: `
    WITH runs AS (
      SELECT meter_id, from_ts, to_ts, count
      FROM (${mergeRuns("SELECT meter_id, ts, kwh, 1 AS count FROM clean_readings", "kwh")})
      WHERE kwh <> 0
    )
    SELECT meter_id, from_ts, to_ts, count
    FROM runs JOIN meters USING (meter_id)
    LEFT JOIN (${usualHighest("FROM runs", "count")}) USING (meter_id)
    WHERE count >= greatest(
      ${LEAST_INTERVALS}, least(2 * usual, ceil(${ALWAYS_MINUTES} / interval_minutes)))`,
};
