/** A meter's interval in SQL: a stretch of time, or days and months of its calendar. */

const DAY_MINUTES = 1440;
/** From 28 days on an interval is whole months: no two of them need be of equal length. */
const MONTHLY_MINUTES = 28 * DAY_MINUTES;
/** A twelfth of 365.25 days. */
const MONTH_MINUTES = 43_830;

const days = `CAST(round(interval_minutes / ${DAY_MINUTES}) AS INTEGER)`;
const months = `CAST(round(interval_minutes / ${MONTH_MINUTES}) AS INTEGER)`;

function local(ts: string): string {
  return `(${ts} AT TIME ZONE 'UTC' AT TIME ZONE time_zone)`;
}

function byLength(monthly: string, daily: string, shorter: string): string {
  return `CASE
    WHEN interval_minutes >= ${MONTHLY_MINUTES} THEN ${monthly}
    WHEN interval_minutes >= ${DAY_MINUTES} THEN ${daily}
    ELSE ${shorter} END`;
}

/**
 * SQL for the number of a meter's intervals from one time to another, with a fraction where it
 * is no whole number. From a day on it counts days, from 28 days on months, of the meter's own
 * calendar: a local day has 23 to 25 hours.
 *
 * @param from SQL of a time in UTC; the row also has the meter's `interval_minutes, time_zone`.
 * @param to SQL of another.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const [row] = await db.rows<{ n: number }>(`
 *   SELECT ${intervalsBetween("TIMESTAMP '2020-02-01'", "TIMESTAMP '2020-03-01'")} AS n
 *   FROM (SELECT 44640 AS interval_minutes, 'UTC' AS time_zone)`);
 * assert.equal(row.n, 1);
 * ```
 */
export function intervalsBetween(from: string, to: string): string {
  return byLength(
    `date_diff('month', ${local(from)}, ${local(to)}) / ${months}`,
    `date_diff('day', ${local(from)}, ${local(to)}) / ${days}`,
    // A DOUBLE, as the milliseconds of more than 24 days overflow an INTEGER.
    `date_diff('millisecond', ${from}, ${to}) / (interval_minutes * 6e4)`,
  );
}

/**
 * SQL for the end of the interval that starts at `ts`.
 *
 * @param ts SQL of a time in UTC; the row also has the meter's `interval_minutes, time_zone`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const [row] = await db.rows<{ ts: number }>(`
 *   SELECT ${afterInterval("TIMESTAMP '2020-03-29'")} AS ts
 *   FROM (SELECT 1440 AS interval_minutes, 'Europe/London' AS time_zone)`);
 * assert.equal(row.ts, Date.UTC(2020, 2, 29, 23));
 * ```
 */
export function afterInterval(ts: string): string {
  const utc = (moved: string) => `(${moved}) AT TIME ZONE time_zone AT TIME ZONE 'UTC'`;
  return byLength(
    utc(`${local(ts)} + to_months(${months})`),
    utc(`${local(ts)} + to_days(${days})`),
    `${ts} + to_minutes(interval_minutes)`,
  );
}
