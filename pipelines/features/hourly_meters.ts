/** Which meters are read too seldom for features of hours. */
import type { Database } from "../../data/duckdb/mod.ts";

/**
 * The meters that have no features as they are read less than hourly.
 *
 * @param db Holds the relation `meters`.
 * @throws {RangeError} When that is all of them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`CREATE TABLE meters AS SELECT * FROM (VALUES ('hourly', 60), ('daily', 1440))
 *   t(meter_id, interval_minutes)`);
 * assert.deepEqual(await metersReadTooSeldom(db), ["daily"]);
 * ```
 */
export async function metersReadTooSeldom(db: Database): Promise<string[]> {
  const meters = await db.rows<{ meter_id: string; interval_minutes: number }>(
    "SELECT meter_id, interval_minutes FROM meters ORDER BY meter_id",
  );
  const seldom = meters.filter(({ interval_minutes }) => interval_minutes > 60);
  if (seldom.length === meters.length) {
    const least = Math.min(...seldom.map(({ interval_minutes }) => interval_minutes));
    throw new RangeError(
      `Cannot make features of hours as a meter must be read at least every 60 minutes: ${
        seldom.length === 0 ? "there is none" : `the most often read one is every ${least}`
      }`,
    );
  }
  return seldom.map(({ meter_id }) => meter_id);
}
