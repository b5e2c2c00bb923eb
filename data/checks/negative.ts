/** Energy below zero. */

import type { Check } from "./check.ts";
import { mergeRuns } from "./runs.ts";

/** Values below zero: a meter of consumption cannot give energy back. */
export const negative: Check = {
  name: "negative",
  describes: "A value below zero",
  sql: mergeRuns(`
    SELECT meter_id, ts, count(*) AS count
    FROM raw_readings WHERE kwh < 0 AND isfinite(kwh) GROUP BY meter_id, ts`),
};
