/** Neighbouring intervals of a meter, joined to one stretch. */

/**
 * SQL that joins flagged intervals which follow one another without a gap: an interval's
 * time minus its rank times the step is the same for all intervals of a stretch.
 *
 * @param flagged A `SELECT` of `meter_id, ts, count`, at most one row per meter and time.
 * @returns A `SELECT` of `meter_id, from_ts, to_ts, count`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase();
 * await db.run(`
 *   CREATE TABLE meters AS SELECT 'a' AS meter_id, 60 AS interval_minutes;
 *   CREATE TABLE flagged AS SELECT 'a' AS meter_id, 1 AS count,
 *     unnest([TIMESTAMP '1970-01-01 00:00', TIMESTAMP '1970-01-01 01:00']) AS ts`);
 * assert.deepEqual(await db.rows(mergeRuns("SELECT * FROM flagged")), [
 *   { meter_id: "a", from_ts: 0, to_ts: 7_200_000, count: 2 },
 * ]);
 * ```
 */
export function mergeRuns(flagged: string): string {
  return `
    SELECT meter_id, min(ts) AS from_ts, max(ts) + any_value(step) AS to_ts, sum(count) AS count
    FROM (
      SELECT meter_id, ts, count, to_minutes(interval_minutes) AS step,
        ts - step * row_number() OVER (PARTITION BY meter_id ORDER BY ts) AS stretch
      FROM (${flagged}) JOIN meters USING (meter_id)
    )
    GROUP BY meter_id, stretch`;
}
