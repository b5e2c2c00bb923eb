/** Features of the readings of one request, from those readings and the history before them. */
import type { Reading } from "../../data/mod.ts";
import {
  featureColumns,
  featureVersion,
  type FeatureView,
  localDay,
  localHour,
} from "../features/mod.ts";
import { UnknownMeterError } from "../unknown_meter_error.ts";
import { makeDawns } from "./dawn.ts";
import type { History } from "./history.ts";
import { makeRows, makeWhole } from "./inner_views.ts";
import type { Recent } from "./recent.ts";
import { featuresQuery } from "./request_views.ts";

/**
 * Runs the views that others build on over `readings` and the history, and leaves relations named as
 * they are, with the rows of the requested hours and their lookback; and the relation
 * `requested_hours`, the hours of the meters' own clocks that the readings lie in.
 *
 * A reading replaces that of the history for the same meter and time; of two in the request the
 * later one counts. Each view runs over no more history than it and those after it look back.
 *
 * @param columns Features that will be read. @default {all of them}
 * @returns The query of the relation `features` with these columns, for the requested hours.
 * @throws {RangeError} When the history was opened for other views.
 * @throws {UnknownMeterError} When a meter is not in the history.
 * @throws {OffGridError} When a reading lies beside the grid of its meter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { featureViews } from "../features/mod.ts";
 * import { openHistory } from "./history.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE readings AS SELECT 'r1' AS meter_id, TIMESTAMP '2024-01-01' AS ts, 2.0 AS kwh;
 *   CREATE TABLE meters AS SELECT 'r1' AS meter_id, 's' AS site_id, 'UTC' AS time_zone,
 *     60 AS interval_minutes;
 *   CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE)`);
 * const history = await openHistory(db, featureViews);
 * const ts = Date.UTC(2024, 0, 1, 5);
 * const readings = [{ meterId: "r1", ts, kwh: 3 }];
 * const features = await makeRequestFeatures(history, featureViews, readings);
 * assert.deepEqual(await db.rows(`SELECT hour FROM (${features})`), [{ hour: 5 }]);
 * ```
 */
export async function makeRequestFeatures(
  history: History,
  views: readonly FeatureView[],
  readings: readonly Reading[],
  columns: readonly string[] = featureColumns(views),
): Promise<string> {
  const { db, recent } = history;
  checkReadings(history, views, readings);
  const kept = isKept(recent, readings);
  await db.run(`
    CREATE OR REPLACE TABLE main.sent (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE, place INTEGER)`);
  await db.append("sent", {
    meter_id: readings.map(({ meterId }) => meterId),
    ts: readings.map(({ ts }) => ts),
    kwh: readings.map(({ kwh }) => kwh),
    place: readings.map((_, i) => i),
  });
  await db.run(`
    CREATE OR REPLACE TABLE requested_hours AS
      SELECT DISTINCT s.meter_id, ${localHour("s.ts", "m.time_zone")} AS ts
      FROM sent s JOIN meters m ON m.meter_id = s.meter_id;
    CREATE OR REPLACE TABLE requested_spans AS
      SELECT h.meter_id, min(h.ts) AS first, max(h.ts) + INTERVAL 1 HOUR AS stop,
        ${localDay("min(h.ts)", "min(m.time_zone)")} AS known_day
      FROM requested_hours h JOIN meters m ON m.meter_id = h.meter_id GROUP BY h.meter_id`);
  if (kept) await makeMissingDawns(history);
  await db.run(`
    CREATE OR REPLACE TABLE spans AS SELECT s.*, ${
    kept
      ? `d.stop AS known FROM requested_spans s JOIN recent.known_days d
        ON d.meter_id = s.meter_id AND d.day = s.known_day`
      : "s.first AS known FROM requested_spans s"
  };
    CREATE OR REPLACE TABLE requested AS
      SELECT meter_id, ts, kwh FROM sent
      QUALIFY row_number() OVER (PARTITION BY meter_id, ts ORDER BY place DESC) = 1;
    CREATE OR REPLACE TABLE readings AS
      SELECT * FROM requested
      UNION ALL
      SELECT h.meter_id, h.ts, h.kwh FROM ${kept ? "recent.readings" : "history"} h JOIN spans s
        ON s.meter_id = h.meter_id AND h.ts >= s.first AND h.ts < s.stop
      ANTI JOIN requested r ON r.meter_id = h.meter_id AND r.ts = h.ts;
    CREATE OR REPLACE TABLE requested_load AS ${history.views.load.sql}`);
  if (kept) {
    const [{ later }] = await db.rows<{ later: boolean }>(
      "SELECT coalesce(bool_or(stop > known), false) AS later FROM spans",
    );
    await makeRows(db, history.views, later);
  } else {
    await makeWhole(db, history.views, "h.ts < s.first");
  }
  return await queryOf(history, columns);
}

/**
 * Refuses readings that no features can be made of, as {@linkcode makeRequestFeatures} does.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { featureViews } from "../features/mod.ts";
 * import { openReadings } from "../features/simulated_load.ts";
 * import { openHistory } from "./history.ts";
 * await using db = await openReadings({ meter_id: [], ts: [], kwh: [] }, { meters: [] });
 * const history = await openHistory(db, featureViews);
 * const unknown = [{ meterId: "x", ts: 0, kwh: 1 }];
 * assert.throws(() => checkReadings(history, featureViews, unknown), /meter "x"/);
 * ```
 */
export function checkReadings(
  { views: { version: expected }, meterIds, checkGrid }: History,
  views: readonly FeatureView[],
  readings: readonly Reading[],
): void {
  const version = featureVersion(views);
  if (version !== expected) {
    throw new RangeError(
      `Cannot make features of views over the history of others: expected version ${expected}, got ${version}`,
    );
  }
  const unknown = readings.find(({ meterId }) => !meterIds.has(meterId));
  if (unknown !== undefined) throw new UnknownMeterError(unknown.meterId);
  checkGrid(readings);
}

/** Whether all that these readings look back to is kept, so that little has to be made. */
export function isKept(recent: Recent, readings: readonly Reading[]): boolean {
  return readings.every(({ meterId, ts }) => recent.covers(meterId, ts));
}

/** The query of some features, rewritten once for all requests. */
function queryOf({ db, views, queries }: History, columns: readonly string[]): Promise<string> {
  const key = columns.join(" ");
  const query = queries.get(key) ?? featuresQuery(db, views.all, columns);
  queries.set(key, query);
  return query;
}

/** Makes what is known at the dawn of each meter's first day, where no request did so before. */
async function makeMissingDawns({ db, views }: History): Promise<void> {
  await db.run(`
    CREATE OR REPLACE TABLE dawns AS
      SELECT s.meter_id, s.known_day AS day FROM requested_spans s
      ANTI JOIN recent.known_days d ON d.meter_id = s.meter_id AND d.day = s.known_day`);
  const [{ missing }] = await db.rows<{ missing: number }>("SELECT count(*) AS missing FROM dawns");
  if (missing > 0) await makeDawns(db, views);
}
