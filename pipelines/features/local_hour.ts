/** Hours and days on a meter's own clock, in SQL. */

/**
 * The start (UTC) of the local hour that a time lies in, as the view `energy_load` cuts hours.
 *
 * @param ts Expression of a UTC timestamp.
 * @param timeZone Expression of an IANA time zone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const hour = localHour("TIMESTAMP '2024-01-01 18:45'", "'Asia/Kolkata'");
 * assert.deepEqual(await db.rows(`SELECT ${hour} AS hour`), [
 *   { hour: Date.UTC(2024, 0, 1, 18, 30) },
 * ]);
 * ```
 */
export function localHour(ts: string, timeZone: string): string {
  const local = `(${ts} AT TIME ZONE 'UTC') AT TIME ZONE ${timeZone}`;
  return `${ts} - (${local} - date_trunc('hour', ${local}))`;
}

/**
 * The local day that a time lies in, as the views cut days.
 *
 * @param ts Expression of a UTC timestamp.
 * @param timeZone Expression of an IANA time zone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const day = localDay("TIMESTAMP '2024-01-01 18:45'", "'Asia/Kolkata'");
 * assert.deepEqual(await db.rows(`SELECT ${day} AS day`), [{ day: "2024-01-02" }]);
 * ```
 */
export function localDay(ts: string, timeZone: string): string {
  return `CAST((${ts} AT TIME ZONE 'UTC') AT TIME ZONE ${timeZone} AS DATE)`;
}
