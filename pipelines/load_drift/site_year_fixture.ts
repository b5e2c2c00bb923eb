/** Fourteen months of seven meters as the relations of a lake, with a change that a test plants. */
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";

const DAY_MS = 86_400_000;

/** The first day; a Monday. */
export const YEAR_START: number = Date.UTC(2023, 0, 2);
/** What is judged: four weeks, the last ones. */
export const LAST_WEEKS = {
  from: YEAR_START + 392 * DAY_MS,
  to: YEAR_START + 420 * DAY_MS,
} as const;
/** All before. */
export const YEAR_BEFORE = { from: YEAR_START, to: LAST_WEEKS.from } as const;

/**
 * Meters m0 to m5 of the site `campus` use 2 kWh an hour at night and 4 by day, weekends half as
 * much, 2 % more per °C, give or take 10 %; `alone` of the site `lodge` does the same.
 *
 * @param factor SQL expression by which loads are multiplied, of `meter` (0 to 6) and `day` (0 on).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using db = await openSiteYear();
 * assert.deepEqual(await db.rows("SELECT count(*) AS n FROM readings"), [{ n: 7 * 420 * 24 }]);
 * ```
 */
export async function openSiteYear(factor = "1"): Promise<Database> {
  const db = await openDatabase({ threads: 1 });
  const start = `make_timestamp(${YEAR_START * 1000})`;
  await db.run(`
    CREATE TABLE meters AS
      SELECT CASE WHEN meter = 6 THEN 'alone' ELSE 'm' || meter END AS meter_id,
        CASE WHEN meter = 6 THEN 'lodge' ELSE 'campus' END AS site_id,
        'UTC' AS time_zone, 60 AS interval_minutes, meter
      FROM range(7) t(meter);
    CREATE TABLE weather AS
      SELECT site_id, ${start} + hour * INTERVAL 1 HOUR AS ts,
        10 + 8 * sin(hour / 24 / 58.1) + 3 * sin(hour / 3.8) AS temperature_c
      FROM range(420 * 24) t(hour), (VALUES ('campus'), ('lodge')) s(site_id);
    CREATE TABLE readings AS
      SELECT meter_id, ts, round((${factor}) * usual * (0.9 + 0.2 * noise), 6) AS kwh
      FROM (
        SELECT m.meter_id, m.meter, w.ts, date_diff('day', ${start}, w.ts) AS day,
          (CASE WHEN hour(w.ts) BETWEEN 8 AND 17 THEN 4 ELSE 2 END) *
          (CASE WHEN isodow(w.ts) > 5 THEN 0.5 ELSE 1 END) * (1 + 0.02 * w.temperature_c) AS usual,
          (hash(m.meter * 1000003 + epoch(w.ts)) % 1000) / 1000 AS noise
        FROM meters m JOIN weather w USING (site_id)
      );
    CREATE TABLE issues (meter_id VARCHAR, "from" TIMESTAMP, "to" TIMESTAMP, rule VARCHAR)`);
  return db;
}
