/** Features of the readings of one request, from those readings and the history before them. */
import type { Reading } from "../../data/mod.ts";
import {
  featureTableQuery,
  type FeatureView,
  leafViews,
  localHour,
  lookbackFrom,
} from "../features/mod.ts";
import { UnknownMeterError } from "../unknown_meter_error.ts";
import type { History } from "./history.ts";

/**
 * Runs the views that others build on over `readings` and the history, and leaves relations named as
 * they are, with the rows of the requested hours and their lookback; and the relation
 * `requested_hours`, the hours of the meters' own clocks that the readings lie in.
 *
 * A reading replaces that of the history for the same meter and time; of two in the request the
 * later one counts. Each view runs over no more history than it and those after it look back.
 *
 * @returns The query of the relation `features` over these relations: whoever reads few of its
 *   columns waits for those only.
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
 * assert.deepEqual(
 *   await db.rows(`SELECT hour FROM (${features}) ORDER BY ts`),
 *   [{ hour: 0 }, { hour: 5 }],
 * );
 * ```
 */
export async function makeRequestFeatures(
  { db, meterIds, checkGrid }: History,
  views: readonly FeatureView[],
  readings: readonly Reading[],
): Promise<string> {
  const unknown = readings.find(({ meterId }) => !meterIds.has(meterId));
  if (unknown !== undefined) throw new UnknownMeterError(unknown.meterId);
  checkGrid(readings);

  await db.run(`
    CREATE OR REPLACE TABLE main.sent (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE, place INTEGER)`);
  await db.append("sent", {
    meter_id: readings.map(({ meterId }) => meterId),
    ts: readings.map(({ ts }) => ts),
    kwh: readings.map(({ kwh }) => kwh),
    place: readings.map((_, i) => i),
  });
  const [load, ...others] = views;
  const leaves = leafViews(views);
  const inner = others.filter((view) => !leaves.includes(view));
  const rest = [...inner, ...leaves];
  await db.run(`
    CREATE OR REPLACE TABLE requested_hours AS
      SELECT DISTINCT s.meter_id, ${localHour("s.ts", "m.time_zone")} AS ts
      FROM sent s JOIN meters m ON m.meter_id = s.meter_id;
    CREATE OR REPLACE TABLE spans AS
      SELECT meter_id, min(ts) AS first, max(ts) + INTERVAL 1 HOUR AS stop
      FROM requested_hours GROUP BY meter_id;
    CREATE OR REPLACE TABLE requested AS
      SELECT meter_id, ts, kwh FROM sent
      QUALIFY row_number() OVER (PARTITION BY meter_id, ts ORDER BY place DESC) = 1;
    CREATE OR REPLACE TABLE readings AS
      SELECT * FROM requested
      UNION ALL
      SELECT h.meter_id, h.ts, h.kwh FROM history h JOIN spans s
        ON s.meter_id = h.meter_id AND h.ts >= s.first AND h.ts < s.stop
      ANTI JOIN requested r ON r.meter_id = h.meter_id AND r.ts = h.ts;
    CREATE OR REPLACE TABLE requested_load AS ${load.sql};
    CREATE OR REPLACE TABLE ${load.name} AS
      SELECT * FROM requested_load
      UNION ALL
      SELECT h.* FROM history_load h JOIN spans s
        ON s.meter_id = h.meter_id AND h.ts < s.first
        ${since("h", lookbackFrom(rest, 0))}`);
  for (const [i, { name, sql }] of inner.entries()) {
    await db.run(`CREATE OR REPLACE TABLE ${name} AS ${sql}`);
    // What no later view looks back to need not be read by it.
    if (lookbackFrom(rest, i + 1) < lookbackFrom(rest, i)) {
      await db.run(`
        CREATE OR REPLACE TABLE ${load.name} AS SELECT l.* FROM ${load.name} l JOIN spans s
          ON s.meter_id = l.meter_id ${since("l", lookbackFrom(rest, i + 1))}`);
    }
  }
  return featureTableQuery(views, ({ sql }) => `(${sql})`);
}

/** What keeps of the loads `of` those that the rows of a request look back to. */
function since(of: string, lookbackHours: number): string {
  return lookbackHours === Infinity
    ? ""
    : `AND ${of}.ts >= s.first - INTERVAL ${lookbackHours} HOURS`;
}
