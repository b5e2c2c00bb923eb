/** What the quality checks could know of the readings before a date. */
import { dropRelation, runChecks } from "../../data/mod.ts";
import type { Database } from "../../data/duckdb/mod.ts";

/**
 * Replaces the relation `issues` by what the checks find in the readings before a time.
 *
 * The checks compare a reading with all of its meter's: whether three hours of zero are a fault
 * depends on how often it reads zero later on. A model that is trained as of a date must not know.
 *
 * @param db Holds the relations `readings`, `rejected` and `meters` of the whole dataset.
 * @param until Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE readings AS SELECT 'a' AS meter_id, make_timestamp(hour * 3600000000) AS ts,
 *     CASE WHEN hour = 20 THEN -1 ELSE 1 END AS kwh FROM range(40) t(hour);
 *   CREATE TABLE rejected AS SELECT *, 1 AS source_row FROM readings LIMIT 0;
 *   CREATE TABLE meters AS SELECT 'a' AS meter_id, 'UTC' AS time_zone, 60 AS interval_minutes`);
 * await judgeBefore(db, 10 * 3_600_000);
 * assert.deepEqual(await db.rows("SELECT rule FROM issues"), []);
 * await judgeBefore(db, 30 * 3_600_000);
 * assert.deepEqual(await db.rows("SELECT rule FROM issues"), [{ rule: "negative" }]);
 * ```
 */
export async function judgeBefore(
  db: Database,
  until: number,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const past = `ts < make_timestamp(${Math.round(until * 1000)})`;
  // Which of several rows came last is settled; that one came late makes no hour unsound.
  await db.run(`
    CREATE SCHEMA past;
    CREATE TABLE past.clean_readings AS SELECT meter_id, ts, kwh FROM readings WHERE ${past};
    CREATE TABLE past.raw_readings AS
      SELECT meter_id, ts, kwh, row_number() OVER (ORDER BY meter_id, ts) AS source_row FROM (
        SELECT meter_id, ts, kwh FROM past.clean_readings
        UNION ALL SELECT meter_id, ts, kwh FROM rejected WHERE ${past})`);
  try {
    await db.run("SET search_path = 'past,main'");
    const issues = await runChecks(db, { onProgress });
    await db.run("RESET search_path");
    await dropRelation(db, "issues");
    await db.run(`CREATE TABLE issues
      (meter_id VARCHAR, "from" TIMESTAMP, "to" TIMESTAMP, rule VARCHAR, count BIGINT)`);
    await db.append("issues", {
      meter_id: issues.map(({ meterId }) => meterId),
      from: issues.map(({ from }) => from),
      to: issues.map(({ to }) => to),
      rule: issues.map(({ rule }) => rule),
      count: issues.map(({ count }) => count),
    });
  } finally {
    await db.run("RESET search_path; DROP SCHEMA past CASCADE");
  }
}
