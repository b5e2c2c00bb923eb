/** The hour that local clocks show twice when they are set back. */

import type { Database } from "../duckdb/mod.ts";
import { sqlString } from "../sql_string.ts";

/**
 * Corrects `ts` where local text could mean two times and the conversion took the later for
 * both: of the rows of one meter and local time, the first half in `source_row` order moves to
 * the earlier time, so that no reading replaces another. A single row stays at the later one.
 *
 * @param table Has `meter_id`, `ts` (UTC), `source_row` and `local` (whether `ts` was local).
 * @param timeZone IANA name of the local time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE rows AS SELECT 'a' AS meter_id, unnest([1, 2]) AS source_row, true AS local,
 *     TIMESTAMP '2020-10-25 01:30' AT TIME ZONE 'Europe/London' AT TIME ZONE 'UTC' AS ts`);
 * await separateRepeatedHour(db, "rows", "Europe/London");
 * assert.deepEqual(await db.rows("SELECT ts FROM rows ORDER BY source_row"), [
 *   { ts: Date.UTC(2020, 9, 25, 0, 30) },
 *   { ts: Date.UTC(2020, 9, 25, 1, 30) },
 * ]);
 * ```
 */
export async function separateRepeatedHour(
  db: Database,
  table: string,
  timeZone: string,
): Promise<void> {
  const zone = sqlString(timeZone);
  const localOf = (ts: string) => `(${ts} AT TIME ZONE 'UTC' AT TIME ZONE ${zone})`;
  const dayBefore = "(ts - INTERVAL 1 DAY)";
  // Where the offset of the day before also leads from some time to this local one, there are two.
  await db.run(`
    UPDATE ${table} SET ts = earlier
    FROM (
      SELECT source_row AS moved, earlier,
        row_number() OVER (PARTITION BY meter_id, ts ORDER BY source_row) AS turn,
        count(*) OVER (PARTITION BY meter_id, ts) AS turns
      FROM ${table} JOIN (
        SELECT ts, ${localOf("ts")} - (${localOf(dayBefore)} - ${dayBefore}) AS earlier
        FROM (SELECT DISTINCT ts FROM ${table} WHERE local)
        WHERE earlier < ts AND ${localOf("earlier")} = ${localOf("ts")}
      ) USING (ts)
      WHERE local
    )
    WHERE source_row = moved AND 2 * turn <= turns`);
}
