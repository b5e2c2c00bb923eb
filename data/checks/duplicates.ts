/** More than one row for the same interval. */

import type { Check } from "./check.ts";
import { mergeRuns } from "./runs.ts";

/** Intervals with several rows, equal or not; `count` is the rows beyond the first. */
export const duplicates: Check = {
  name: "duplicates",
  describes: "More than one row for the same meter and time",
  sql: mergeRuns(`
    SELECT meter_id, ts, count(*) - 1 AS count
    FROM raw_readings GROUP BY meter_id, ts HAVING count(*) > 1`),
};
