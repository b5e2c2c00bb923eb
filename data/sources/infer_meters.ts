/** Meters of a source that lists only readings. */

import type { Database } from "../duckdb/mod.ts";

/** A single reading says nothing of its interval; hourly is the grain of the project. */
const INTERVAL_OF_A_SINGLE_READING = 60;

/**
 * Fills `meters` with one building per `meter_id` of `raw_readings`. Its interval is the most
 * frequent step between its times, in minutes (the shortest of equally frequent ones).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * import { createRawTables } from "../relations.ts";
 * await using db = await openDatabase();
 * await createRawTables(db);
 * await db.append("raw_readings", {
 *   meter_id: ["a", "a"],
 *   ts: [0, 900_000],
 *   kwh: [1, 2],
 *   source_row: [1, 2],
 * });
 * await inferMeters(db, { siteId: "hostel", timeZone: "UTC" });
 * assert.deepEqual(await db.rows("SELECT interval_minutes AS m FROM meters"), [{ m: 15 }]);
 * ```
 */
export async function inferMeters(
  db: Database,
  site: { siteId: string; timeZone: string },
): Promise<void> {
  await db.run(
    `
    INSERT INTO meters
    WITH times AS (SELECT DISTINCT meter_id, ts FROM raw_readings),
    steps AS (
      SELECT meter_id,
        date_diff('minute', lag(ts) OVER (PARTITION BY meter_id ORDER BY ts), ts) AS minutes
      FROM times
    ),
    frequent AS (
      SELECT meter_id, minutes FROM steps WHERE minutes > 0
      GROUP BY meter_id, minutes
      QUALIFY row_number() OVER (PARTITION BY meter_id ORDER BY count(*) DESC, minutes) = 1
    )
    SELECT meter_id, $siteId, $timeZone,
      coalesce(minutes, ${INTERVAL_OF_A_SINGLE_READING}), 'building', NULL, NULL
    FROM (SELECT DISTINCT meter_id FROM times) LEFT JOIN frequent USING (meter_id)
    ORDER BY meter_id`,
    site,
  );
}
