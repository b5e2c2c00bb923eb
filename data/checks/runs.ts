/** Neighbouring intervals of a meter, joined to one stretch. */

import { afterInterval, intervalsBetween } from "./interval.ts";

/**
 * SQL that joins flagged intervals which follow one another: a new stretch begins where more
 * than an interval (and half a minute, as loggers are not exact) lies between two starts.
 *
 * @param flagged A `SELECT` of `meter_id, ts, count`, at most one row per meter and time.
 * @param same A column of `flagged` that is equal all over a stretch, and part of the result.
 * @returns A `SELECT` of `meter_id, from_ts, to_ts, count`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase();
 * await db.run(`
 *   CREATE TABLE meters AS
 *   SELECT 'a' AS meter_id, 60 AS interval_minutes, 'UTC' AS time_zone;
 *   CREATE TABLE flagged AS SELECT 'a' AS meter_id, 1 AS count,
 *     unnest([TIMESTAMP '1970-01-01 00:00', TIMESTAMP '1970-01-01 01:00']) AS ts`);
 * assert.deepEqual(await db.rows(mergeRuns("SELECT * FROM flagged")), [
 *   { meter_id: "a", from_ts: 0, to_ts: 7_200_000, count: 2 },
 * ]);
 * ```
 */
export function mergeRuns(flagged: string, same?: string): string {
  const equal = same === undefined ? "" : `AND ${same} = lag(${same}) OVER by_time`;
  return `
    SELECT meter_id, min(ts) AS from_ts, max(after) AS to_ts, sum(count) AS count
      ${same === undefined ? "" : `, any_value(${same}) AS ${same}`}
    FROM (
      SELECT *, sum(CASE WHEN follows THEN 0 ELSE 1 END) OVER
        (PARTITION BY meter_id ORDER BY ts ROWS UNBOUNDED PRECEDING) AS stretch
      FROM (
        SELECT *, ${afterInterval("ts")} AS after,
          ${intervalsBetween("previous", "ts")} <= 1 + 0.5 / interval_minutes AND same AS follows
        FROM (
          SELECT *, lag(ts) OVER by_time AS previous, true ${equal} AS same
          FROM (${flagged}) JOIN meters USING (meter_id)
          WINDOW by_time AS (PARTITION BY meter_id ORDER BY ts)
        )
      )
    )
    GROUP BY meter_id, stretch`;
}
