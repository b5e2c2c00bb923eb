/** Features of the readings of one request, from those readings and the history before them. */
import type { Reading } from "../../data/mod.ts";
import {
  featureColumns,
  featureVersion,
  type FeatureView,
  KEPT_DAY_HOURS,
  localDay,
} from "../features/mod.ts";
import { UnknownMeterError } from "../unknown_meter_error.ts";
import { makeDawns } from "./dawn.ts";
import type { History } from "./history.ts";
import { makeRows, makeWhole, rowsOfKnownDays } from "./inner_views.ts";
import type { Lane } from "./lane.ts";
import type { Recent } from "./recent.ts";
import { featuresQuery, type LeafView, METER_TYPE, requestedHours } from "./request_views.ts";

/**
 * Runs the views that others build on over `readings` and the history, as far as no query can do so:
 * where the readings of each meter lie in one local day whose rows of dawn are kept, the query runs
 * them itself. The relation `requested_hours` has the hours of the meters' own clocks that the readings
 * lie in.
 *
 * A reading replaces that of the history for the same meter and time; of two in the request the
 * later one counts. Each view runs over no more history than it and those after it look back.
 *
 * @param columns Features that will be read. @default {all of them}
 * @param lane Where the query will be run: the first one, with no other in use, unless
 *   {@linkcode areDaysKnown}. @default {the first one}
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
  lane: Lane = history.lanes[0],
): Promise<string> {
  checkReadings(history, views, readings);
  const { db, recent, knownDays, lanes } = history;
  await lane.sent.hold(readings);
  if (areDaysKnown(history, readings)) return await knownDaysQuery(history, readings, columns);
  await Promise.all(lanes.map(({ planned }) => planned.forget()));
  const kept = isKept(recent, readings);
  if (kept) {
    await makeMissingDawns(history);
    if (knownDays.haveAll(readings)) return await knownDaysQuery(history, readings, columns);
  }
  await db.run(`
    CREATE OR REPLACE TABLE requested_spans AS ${requestedSpans};
    CREATE OR REPLACE TABLE spans AS SELECT s.*, ${
    kept
      ? `d.stop AS known FROM requested_spans s JOIN recent.known_days d
        ON d.meter_id = s.meter_id AND d.day = s.known_day`
      : "s.first AS known FROM requested_spans s"
  };
    CREATE OR REPLACE TABLE requested AS ${requested};
    CREATE OR REPLACE TABLE readings AS ${readingsOf(kept ? "recent.readings" : "history")};
    CREATE OR REPLACE TABLE requested_load AS ${history.views.load.sql}`);
  if (kept) await makeRows(db, history.views);
  else await makeWhole(db, history.views, "h.ts < s.first");
  return await queryOf(history, columns);
}

/** The spans of the requested hours of each meter, and the local day in which they begin. */
const requestedSpans = `
  SELECT h.meter_id, min(h.ts) AS first, max(h.ts) + INTERVAL 1 HOUR AS stop,
    ${localDay("min(h.ts)", "min(m.time_zone)")} AS known_day
  FROM requested_hours h JOIN request.meters m ON m.meter_id = h.meter_id GROUP BY h.meter_id`;

const requested = `
  SELECT CAST(meter_id AS ${METER_TYPE}) AS meter_id, ts, kwh FROM sent
  QUALIFY row_number() OVER (PARTITION BY meter_id, ts ORDER BY place DESC) = 1`;

/** The readings of the spans: those sent, and those of the history in between. */
function readingsOf(history: string): string {
  return `
    SELECT * FROM requested
    UNION ALL
    SELECT h.meter_id, h.ts, h.kwh FROM ${history} h JOIN spans s
      ON s.meter_id = h.meter_id AND h.ts >= s.first AND h.ts < s.stop
    ANTI JOIN requested r ON r.meter_id = h.meter_id AND r.ts = h.ts`;
}

/** The same in one query, which makes no table, for readings of days whose rows of dawn are there. */
async function knownDaysQuery(
  history: History,
  readings: readonly Reading[],
  columns: readonly string[],
): Promise<string> {
  const { views, knownDays } = history;
  const kept = knownDays.haveAll(readings, KEPT_DAY_HOURS) ? views.leaves : [];
  const features = await queryOf(history, columns, kept);
  const relations = [
    { name: "requested_hours", sql: requestedHours },
    { name: "requested_spans", sql: requestedSpans },
    {
      name: "spans",
      sql: `SELECT s.*, d.stop AS known, d.first AS dawn
        FROM requested_spans s JOIN recent.known_days d
        ON d.meter_id = s.meter_id AND d.day = s.known_day`,
    },
    { name: "requested", sql: requested },
    { name: "readings", sql: readingsOf("recent.readings") },
    { name: "requested_load", sql: views.load.sql },
    ...rowsOfKnownDays(views),
  ];
  const made = relations.map(({ name, sql }) => `${name} AS MATERIALIZED (${sql})`);
  return `WITH ${made.join(",\n")} ${features}`;
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
  const unknown = readings.filter(({ meterId }) => !meterIds.has(meterId));
  if (unknown.length > 0) {
    throw new UnknownMeterError([...new Set(unknown.map(({ meterId }) => meterId))]);
  }
  checkGrid(readings);
}

/** Whether all that these readings look back to is kept, so that little has to be made. */
export function isKept(recent: Recent, readings: readonly Reading[]): boolean {
  return readings.every(({ meterId, ts }) => recent.covers(meterId, ts));
}

/** Whether the features of readings need no table but that of the readings sent. */
export function areDaysKnown(
  { recent, knownDays }: History,
  readings: readonly Reading[],
): boolean {
  return isKept(recent, readings) && knownDays.haveAll(readings);
}

/** The query of some features, rewritten once for all requests. */
function queryOf(
  { db, views, queries }: History,
  columns: readonly string[],
  kept: readonly LeafView[] = [],
): Promise<string> {
  const key = [kept.length, ...columns].join(" ");
  const query = queries.get(key) ?? featuresQuery(db, views.all, columns, kept);
  queries.set(key, query);
  return query;
}

/** Makes what is known at the dawn of each meter's first day, where no request did so before. */
async function makeMissingDawns({ db, views, knownDays }: History): Promise<void> {
  await db.run(`
    CREATE OR REPLACE TABLE dawns AS
      SELECT s.meter_id, s.known_day AS day FROM (${requestedSpans}) s
      ANTI JOIN recent.known_days d ON d.meter_id = s.meter_id AND d.day = s.known_day`);
  const [{ missing }] = await db.rows<{ missing: number }>("SELECT count(*) AS missing FROM dawns");
  if (missing > 0) await makeDawns(db, views);
  await knownDays.refresh();
}
