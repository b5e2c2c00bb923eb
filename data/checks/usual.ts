/** What a meter's values stay within, but for a few. */

/** Values set aside at least, or no spike could be seen among a month of days. */
const FEWEST = 3;

/**
 * SQL for each meter's highest value without its top hundredth, and without its top three in
 * any case: what is to be judged must not be its own yardstick.
 *
 * @param rows A `SELECT` of `meter_id` and the value.
 * @param value Name of the value's column.
 * @returns A `SELECT` of `meter_id, usual`; no row for a meter with three values or fewer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const rows = "SELECT 'a' AS meter_id, unnest([2, 90, 1, 80, 70]) AS kwh";
 * assert.deepEqual(await db.rows(usualHighest(rows, "kwh")), [{ meter_id: "a", usual: 2 }]);
 * ```
 */
export function usualHighest(rows: string, value: string): string {
  return `
    SELECT meter_id, max(${value}) AS usual
    FROM (
      SELECT meter_id, ${value}, count(*) OVER (PARTITION BY meter_id) AS n,
        row_number() OVER (PARTITION BY meter_id ORDER BY ${value} DESC) AS place
      FROM (${rows})
    )
    WHERE place > greatest(${FEWEST}, n // 100)
    GROUP BY meter_id`;
}
