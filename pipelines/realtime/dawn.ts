/** What is known when a local day begins, made once for all requests of that day. */
import type { Database } from "../../data/duckdb/mod.ts";
import { localDay, localHour } from "../features/mod.ts";
import { makeRows } from "./inner_views.ts";
import { framesOf, type LeafView, type RequestViews } from "./request_views.ts";

/** Days of a meter that are known at most, as the frames of its hours take some 40 kB a day. */
const MOST_DAYS = 7;

/**
 * Makes the rows of dawn of some days and keeps them, in `recent`, for every hour that these days
 * have on the meter's own clock, with what the frames of these hours have of earlier days. All depend on
 * earlier days only, so they are made as if each hour had a load of 1 kWh, whatever it will be. Days
 * of a meter that were made long before are forgotten.
 *
 * @param db Has the table `dawns` with the columns `meter_id` and `day`, no meter twice.
 */
export async function makeDawns(db: Database, views: RequestViews): Promise<void> {
  const { load, inner, leaves } = views;
  await db.run(`
    CREATE OR REPLACE TABLE dawn_hours AS
      SELECT DISTINCT d.meter_id, d.day, m.interval_minutes,
        ${localHour("t.ts", "m.time_zone")} AS ts
      FROM dawns d JOIN meters m ON m.meter_id = d.meter_id,
        generate_series(d.day - INTERVAL 16 HOURS, d.day + INTERVAL 40 HOURS, INTERVAL 15 MINUTES)
          t(ts)
      WHERE ${localDay("t.ts", "m.time_zone")} = d.day;
    CREATE OR REPLACE TABLE spans AS
      SELECT meter_id, min(ts) AS first, max(ts) + INTERVAL 1 HOUR AS stop, min(ts) AS known,
        min(ts) AS dawn,
        CAST(min(day) - INTERVAL 1 DAY AS DATE) AS known_day
      FROM dawn_hours GROUP BY meter_id;
    CREATE OR REPLACE TABLE readings AS
      SELECT meter_id, ts + to_minutes(part) AS ts, CAST(1 AS DOUBLE) AS kwh
      FROM dawn_hours, range(60) p(part) WHERE part * interval_minutes < 60;
    CREATE OR REPLACE TABLE requested_load AS ${load.sql}`);
  await makeRows(db, views);
  for (const { name, daily } of inner.filter(({ atDawn }) => atDawn)) {
    const key = daily ? "day" : "ts";
    const of = `SEMI JOIN dawn_hours d ON d.meter_id = h.meter_id AND d.${key} = h.${key}`;
    await db.run(`
      DELETE FROM recent.${name} h USING dawn_hours d
        WHERE d.meter_id = h.meter_id AND d.${key} = h.${key};
      INSERT INTO recent.${name} SELECT h.* FROM ${name} h ${of}`);
  }
  for (const { name, frames } of leaves) {
    if (frames === undefined) continue;
    await db.run(`
      CREATE TABLE IF NOT EXISTS ${framesOf(name)} AS FROM (${frames.sql}) LIMIT 0;
      INSERT INTO ${framesOf(name)} FROM (${frames.sql}) ORDER BY meter_id, ts`);
  }
  await db.run(`INSERT INTO recent.known_days
    SELECT d.meter_id, d.day, s.first, s.stop FROM dawns d JOIN spans s ON s.meter_id = d.meter_id`);
  await forgetOldDays(db, leaves);
}

async function forgetOldDays(db: Database, leaves: readonly LeafView[]): Promise<void> {
  await db.run(`CREATE OR REPLACE TABLE old_days AS SELECT * FROM recent.known_days
    QUALIFY row_number() OVER (PARTITION BY meter_id ORDER BY rowid DESC) > ${MOST_DAYS}`);
  for (const { name } of leaves.filter(({ frames }) => frames !== undefined)) {
    await db.run(`DELETE FROM ${framesOf(name)} h USING old_days d
      WHERE d.meter_id = h.meter_id AND h.ts >= d.first AND h.ts < d.stop`);
  }
  await db.run(`DELETE FROM recent.known_days k USING old_days d
    WHERE d.meter_id = k.meter_id AND d.day = k.day`);
}
