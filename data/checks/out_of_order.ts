/** Rows that come late. */

import type { Check } from "./check.ts";
import { mergeRuns } from "./runs.ts";

/** Rows that stand, in the source, after a later time of their meter. */
export const outOfOrder: Check = {
  name: "out_of_order",
  describes: "A row that comes after a later time of the same meter",
  sql: mergeRuns(`
    SELECT meter_id, ts, count(*) AS count
    FROM (
      SELECT meter_id, ts, max(ts) OVER (
        PARTITION BY meter_id ORDER BY source_row
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
      FROM raw_readings
    )
    WHERE ts < latest
    GROUP BY meter_id, ts`),
};
