/** From the rows of a source to readings: what counts, and what does not and why. */

import type { Database } from "./duckdb/mod.ts";
import { dropRelation } from "./relations.ts";

/** How many raw rows became readings and how many did not. */
export interface CleanCounts {
  /** Rows of `clean_readings`. */
  readonly readings: number;
  /** Rows of `rejected_readings`. */
  readonly rejected: number;
}

/**
 * Divides `raw_readings` into two tables; together they hold every raw row.
 *
 * - `clean_readings(meter_id, ts, kwh)`, sorted: one finite value per meter and time, the one
 *   of the latest `source_row`.
 * - `rejected_readings(meter_id, ts, kwh, source_row, reason)`: `non_finite` (no value, NaN or
 *   infinite: not a reading, so it replaces none) or `superseded` (a later row has its place).
 *
 * Odd values (negative, zero, spikes) are readings: checks report them, nothing removes them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./duckdb/mod.ts";
 * import { createRawTables } from "./relations.ts";
 * await using db = await openDatabase();
 * await createRawTables(db);
 * await db.append("raw_readings", {
 *   meter_id: ["a", "a"],
 *   ts: [0, 0],
 *   kwh: [1, 2],
 *   source_row: [1, 2],
 * });
 * assert.deepEqual(await cleanReadings(db), { readings: 1, rejected: 1 });
 * assert.deepEqual(await db.rows("SELECT kwh FROM clean_readings"), [{ kwh: 2 }]);
 * ```
 */
export async function cleanReadings(db: Database): Promise<CleanCounts> {
  for (const name of ["judged_readings", "clean_readings", "rejected_readings"]) {
    await dropRelation(db, name);
  }
  await db.run(`
    CREATE TABLE judged_readings AS
    SELECT *, CASE
        WHEN NOT coalesce(isfinite(kwh), false) THEN 'non_finite'
        WHEN source_row < max(source_row) FILTER (isfinite(kwh)) OVER (PARTITION BY meter_id, ts)
          THEN 'superseded'
      END AS reason
    FROM raw_readings;
    CREATE TABLE clean_readings AS
    SELECT meter_id, ts, kwh FROM judged_readings WHERE reason IS NULL ORDER BY meter_id, ts;
    CREATE TABLE rejected_readings AS
    SELECT meter_id, ts, kwh, source_row, reason FROM judged_readings
    WHERE reason IS NOT NULL ORDER BY source_row;
    DROP TABLE judged_readings`);
  const [counts] = await db.rows<CleanCounts>(`
    SELECT (SELECT count(*) FROM clean_readings) AS readings,
      (SELECT count(*) FROM rejected_readings) AS rejected`);
  return counts;
}
