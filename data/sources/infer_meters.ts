/** Meters of a source that lists only readings. */

import type { Database } from "../duckdb/mod.ts";

/** A single reading says nothing of its interval; hourly is the grain of the project. */
const INTERVAL_OF_A_SINGLE_READING = 60;

/**
 * Fills `meters` with one building per `meter_id` of `raw_readings`. Its interval is the most
 * frequent step between its times, to the minute (the shortest of equally frequent ones).
 *
 * @throws {RangeError} When steps below a minute are the most frequent.
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
      -- Loggers are not exact to the second; 0 stands for every step below a minute.
      -- Two mistyped years may lie further apart than an INTEGER's minutes.
      SELECT meter_id,
        CAST(CASE
          WHEN step < 60000 THEN 0
          WHEN step >= 60000 THEN least(round(step / 60000), 2e9)
        END AS INTEGER) AS minutes
      FROM (
        SELECT meter_id,
          date_diff('millisecond', lag(ts) OVER (PARTITION BY meter_id ORDER BY ts), ts) AS step
        FROM times
      )
    ),
    frequent AS (
      SELECT meter_id, minutes FROM steps WHERE minutes IS NOT NULL
      GROUP BY meter_id, minutes
      QUALIFY row_number() OVER (
        PARTITION BY meter_id ORDER BY count(*) DESC, minutes = 0, minutes) = 1
    )
    SELECT meter_id, $siteId, $timeZone,
      coalesce(minutes, ${INTERVAL_OF_A_SINGLE_READING}), 'building', NULL, NULL
    FROM (SELECT DISTINCT meter_id FROM times) LEFT JOIN frequent USING (meter_id)
    ORDER BY meter_id`,
    site,
  );
  const [fast] = await db.rows<{ meter_id: string }>(
    "SELECT min(meter_id) AS meter_id FROM meters WHERE interval_minutes = 0 HAVING count(*) > 0",
  );
  if (fast !== undefined) {
    throw new RangeError(
      `Cannot use meter "${fast.meter_id}" as its readings must be a minute apart or more: most steps are shorter`,
    );
  }
}
