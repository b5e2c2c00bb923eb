/** Rows without a number. */

import type { Check } from "./check.ts";
import { mergeRuns } from "./runs.ts";

/** Rows whose value is missing, NaN or infinite. */
export const nonFinite: Check = {
  name: "non_finite",
  describes: "A row whose value is missing, NaN or infinite",
  sql: mergeRuns(`
    SELECT meter_id, ts, count(*) AS count
    FROM raw_readings WHERE NOT coalesce(isfinite(kwh), false) GROUP BY meter_id, ts`),
};
