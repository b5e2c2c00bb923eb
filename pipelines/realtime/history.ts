/** What a scoring process remembers of every meter: its readings, its loads and what is usual. */
import type { Database } from "../../data/duckdb/mod.ts";
import type { FeatureView } from "../features/mod.ts";
import type { WaitingRequest } from "./feature_passes.ts";
import { type GridCheck, readGrids } from "./grid.ts";
import { type KnownDays, knownDays } from "./known_days.ts";
import { type Lane, openLane } from "./lane.ts";
import { type LaneTurns, laneTurns } from "./lane_turns.ts";
import { keepRecent, type Recent } from "./recent.ts";
import { METER_TYPE, requestedHours, type RequestViews, requestViews } from "./request_views.ts";

/** What is stored of a meter, whether or not there are gaps in between. */
export interface StoredSpan {
  /** Start of its first hour, epoch milliseconds. */
  readonly from: number;
  /** End of its last hour, exclusive. */
  readonly to: number;
}

/** The history of all meters of a dataset. */
export interface History {
  readonly db: Database;
  readonly meterIds: ReadonlySet<string>;
  /** From the first to the last whole hour of each meter that has any. */
  readonly stored: ReadonlyMap<string, StoredSpan>;
  readonly checkGrid: GridCheck;
  /** The views it was opened for, ready to be run for the rows of a request. */
  readonly views: RequestViews;
  /** Queries of features over them, by the names of the features. */
  readonly queries: Map<string, Promise<string>>;
  /** Rows of the last weeks that no request needs to make again. */
  readonly recent: Recent;
  readonly knownDays: KnownDays;
  /** Where passes run; the first one is over `db`. */
  readonly lanes: readonly Lane[];
  /** Who runs a pass in which lane; whoever makes a table is alone, as passes share them. */
  readonly turns: LaneTurns<Lane>;
  /** Requests that no pass has taken yet, in the order in which they came. */
  readonly waiting: WaitingRequest[];
  /** Whether a pass that will take of them waits for its lane. */
  passCalled: boolean;
  /** Passes of few readings that are under way: few others wait for them. */
  smallPasses: number;
}

/**
 * Copies the relations `readings`, `meters` and `weather` of a database into memory, with the
 * hourly loads and, for the last weeks of each meter, the rows of all views that others build on;
 * and opens a schema `request` for the tables of one request. All lie sorted, so that a request
 * reads little beside the rows of its meters.
 *
 * @param db Used for nothing else from then on.
 * @param views The views of the model that will score; the first one must have a lookback of
 *   zero: its rows depend on one hour alone, so those of the past never change.
 * @param lanes Passes at the same time at most; the bytes of their rows do not depend on it.
 * @throws {RangeError} When the first view looks back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { featureViews } from "../features/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE readings AS SELECT 'r1' AS meter_id, TIMESTAMP '2024-01-01' AS ts, 2.0 AS kwh;
 *   CREATE TABLE meters AS SELECT 'r1' AS meter_id, 's' AS site_id, 'UTC' AS time_zone,
 *     60 AS interval_minutes;
 *   CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE)`);
 * assert.deepEqual([...(await openHistory(db, featureViews)).meterIds], ["r1"]);
 * ```
 */
export async function openHistory(
  db: Database,
  views: readonly FeatureView[],
  lanes: number = 1,
): Promise<History> {
  const [load] = views;
  if (load.lookbackHours !== 0) {
    throw new RangeError(
      `Cannot keep the rows of view "${load.name}" as its lookback must be 0 hours: current value is ${load.lookbackHours}`,
    );
  }
  // Of all that is kept the meters are numbers, which are compared and hashed sooner than texts; they
  // sort as their texts do, and one without a name is there as DuckDB has no type without any. What is
  // only read is compressed, to a tenth; the recent rows, which passes change, are not.
  const numbered = `CAST(meter_id AS ${METER_TYPE}) AS meter_id`;
  await db.run(`
    CREATE TYPE ${METER_TYPE} AS ENUM (
      SELECT meter_id
      FROM (SELECT meter_id FROM meters UNION SELECT meter_id FROM readings UNION SELECT '')
      WHERE meter_id IS NOT NULL ORDER BY meter_id);
    ATTACH ':memory:' AS stored (COMPRESS);
    CREATE TABLE stored.history AS SELECT ${numbered}, ts, kwh FROM readings ORDER BY meter_id, ts;
    CREATE TABLE stored.history_load AS
      SELECT * REPLACE (${numbered}) FROM (${load.sql}) ORDER BY meter_id, ts;
    CHECKPOINT stored;
    CREATE VIEW history AS FROM stored.history;
    CREATE VIEW history_load AS FROM stored.history_load;
    CREATE SCHEMA recent;
    CREATE SCHEMA request;
    CREATE TABLE request.meters AS SELECT * REPLACE (${numbered}) FROM meters;
    CREATE TABLE request.weather AS SELECT * FROM weather`);
  const opened = [await openLane(db)];
  while (opened.length < lanes) opened.push(await openLane(await db.connect()));
  const meters = await db.rows<{ meter_id: string }>("SELECT meter_id FROM meters");
  const spans = await db.rows<StoredSpan & { meterId: string }>(`
    SELECT meter_id AS "meterId", min(ts) AS "from", max(ts) + INTERVAL 1 HOUR AS "to"
    FROM history_load GROUP BY meter_id`);
  const checkGrid = await readGrids(db);
  const ready = await requestViews(db, views);
  const recent = await keepRecent(db, ready);
  await db.run(`CREATE TEMP VIEW requested_hours AS ${requestedHours}`);
  await db.release();
  return {
    db,
    meterIds: new Set(meters.map(({ meter_id }) => meter_id)),
    stored: new Map(spans.map(({ meterId, ...span }) => [meterId, span])),
    checkGrid,
    views: ready,
    queries: new Map(),
    recent,
    knownDays: knownDays(db),
    lanes: opened,
    turns: laneTurns(opened),
    waiting: [],
    passCalled: false,
    smallPasses: 0,
  };
}
