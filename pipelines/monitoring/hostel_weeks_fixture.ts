/** Weeks of a simulated hostel as the relations of a lake, with changes planted by a test. */
import { cleanReadings, createRawTables, runChecks, simulateHostel } from "../../data/mod.ts";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import type { MonitoringInput, Span } from "./section.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
const WEEKS = 20;

/** First hour of the hostel, epoch milliseconds; a Monday. */
export const WEEKS_START: number = Date.UTC(2024, 0, 1);

/** The last week. */
export const LAST_WEEK: Span = {
  from: WEEKS_START + (WEEKS - 1) * WEEK_MS,
  to: WEEKS_START + WEEKS * WEEK_MS,
};

/** A row as a source gives it. */
export interface PlantedRow {
  readonly meterId: string;
  /** Epoch milliseconds. */
  readonly ts: number;
  readonly kwh: number;
}

/** The hostel with what a section asks for, but for a model. */
export interface HostelWeeks
  extends Pick<MonitoringInput, "window" | "reference">, AsyncDisposable {
  readonly db: Database;
}

/**
 * Twenty weeks of six rooms, the last one to be judged by the others; dispose of it in the end.
 *
 * @param edit Changes the rows, which come by meter and time, in the order of the source.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using hostel = await hostelWeeks((rows) => rows.filter(({ ts }) => ts < LAST_WEEK.to));
 * const meters = "SELECT count(DISTINCT meter_id) AS n FROM readings";
 * assert.deepEqual(await hostel.db.rows(meters), [{ n: 6 }]);
 * ```
 */
export async function hostelWeeks(
  edit: (rows: PlantedRow[]) => PlantedRow[] = (rows) => rows,
): Promise<HostelWeeks> {
  const { readings, meters } = simulateHostel({
    seed: 1,
    start: WEEKS_START,
    days: WEEKS * 7,
    roomsPerSize: 2,
  });
  const rows = edit(readings.meterId.map((meterId, i) => ({
    meterId,
    ts: readings.ts[i],
    kwh: readings.kwh[i],
  })));
  const db = await openDatabase({ threads: 1 });
  await createRawTables(db);
  await db.append("raw_readings", {
    meter_id: rows.map(({ meterId }) => meterId),
    ts: rows.map(({ ts }) => ts),
    kwh: rows.map(({ kwh }) => kwh),
    source_row: rows.map((_, i) => i),
  });
  for (const { meterId, siteId, timeZone, intervalMinutes } of meters) {
    await db.run(
      "INSERT INTO meters (meter_id, site_id, time_zone, interval_minutes) VALUES (?, ?, ?, ?)",
      [meterId, siteId, timeZone, intervalMinutes],
    );
  }
  await cleanReadings(db);
  const issues = await runChecks(db);
  await db.run(`
    ALTER TABLE clean_readings RENAME TO readings;
    CREATE TABLE issues
      (meter_id VARCHAR, "from" TIMESTAMP, "to" TIMESTAMP, rule VARCHAR, count BIGINT)`);
  await db.append("issues", {
    meter_id: issues.map(({ meterId }) => meterId),
    from: issues.map(({ from }) => from),
    to: issues.map(({ to }) => to),
    rule: issues.map(({ rule }) => rule),
    count: issues.map(({ count }) => count),
  });
  return {
    db,
    window: LAST_WEEK,
    reference: { from: WEEKS_START, to: LAST_WEEK.from },
    [Symbol.asyncDispose]: () => db.close(),
  };
}
