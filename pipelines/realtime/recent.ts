/** The last weeks of each meter, with the rows of the views that others build on. */
import type { Database } from "../../data/duckdb/mod.ts";
import { makeWhole } from "./inner_views.ts";
import { METER_TYPE, type RequestViews } from "./request_views.ts";

const HOUR_MS = 3_600_000;
/** How far back and how far ahead of a meter's last load requests find rows kept. */
const KEPT_HOURS = 31 * 24;
/** From any time to before the local day that its local hour lies in. */
const TO_DAWN_HOURS = 26;

/** What is kept in the schema `recent`. */
export interface Recent {
  /** Whether all that readings of a meter at this time look back to is kept. */
  covers(meterId: string, ts: number): boolean;
}

/**
 * Keeps the readings, the loads and the rows of all inner views of the last weeks in tables of their
 * names in the schema `recent`, and opens the table `recent.known_days` for days whose rows of dawn
 * are there for every hour.
 *
 * @param db Has the tables `history`, `history_load` and `meters`.
 */
export async function keepRecent(db: Database, views: RequestViews): Promise<Recent> {
  const { load, inner, keepable } = views;
  if (!keepable) return { covers: () => false };
  const reach = Math.max(
    ...views.all.map(({ lookbackHours }) => lookbackHours).filter(Number.isFinite),
  );
  await db.run(`
    CREATE OR REPLACE TABLE spans AS
      SELECT h.meter_id, m.time_zone,
        max(h.ts) - INTERVAL ${reach + TO_DAWN_HOURS + KEPT_HOURS} HOURS AS first,
        max(h.ts) + INTERVAL 1 HOUR AS stop
      FROM history_load h JOIN meters m ON m.meter_id = h.meter_id GROUP BY ALL;
    CREATE OR REPLACE TABLE requested_load AS FROM history_load LIMIT 0`);
  await makeWhole(db, views, "h.ts < s.stop");
  const since = (of: string) => `SELECT h.* FROM ${of} h JOIN spans s ON s.meter_id = h.meter_id`;
  await db.run(`
    CREATE TABLE recent.readings AS ${since("history")} AND h.ts >= s.first ORDER BY ALL;
    CREATE TABLE recent.${load.name} AS ${since("history_load")} AND h.ts >= s.first
      ORDER BY meter_id, ts;
    CREATE TABLE recent.known_days
      (meter_id ${METER_TYPE}, day DATE, first TIMESTAMP, stop TIMESTAMP)`);
  for (const { name, daily } of inner) {
    const [key, first] = daily ? ["day", "CAST(s.first AS DATE)"] : ["ts", "s.first"];
    await db.run(`CREATE TABLE recent.${name} AS
      ${since(name)} AND h.${key} >= ${first} ORDER BY meter_id, ${key}`);
  }
  const kept = new Map(
    (await db.rows<{ meter_id: string; first: number; stop: number }>(
      "SELECT meter_id, first, stop FROM spans",
    )).map(({ meter_id, first, stop }) => [meter_id, { first, stop }]),
  );
  return {
    covers(meterId, ts) {
      const span = kept.get(meterId);
      return span !== undefined && ts >= span.first + (reach + TO_DAWN_HOURS) * HOUR_MS &&
        ts < span.stop + KEPT_HOURS * HOUR_MS;
    },
  };
}
