/** What the data-quality checks find, per rule, meter and stretch of time. */
import { checks } from "../../data/mod.ts";
import type { Database } from "../../data/duckdb/mod.ts";
import { spansTable } from "./chunks.ts";
import type { Span } from "./section.ts";

/**
 * Rules about how rows came in. Readings no longer tell, so they are taken from what ingestion found;
 * the others are looked for again, in the readings that there were at the end of the window.
 */
const ARRIVAL: readonly string[] = ["duplicates", "out_of_order", "non_finite"];

/** The rules, in the order of the checks. */
export const QUALITY_RULES: readonly string[] = checks.map(({ name }) => name);

/** What a rule found of a meter in a stretch of time. */
export interface QualityTally {
  readonly rule: string;
  readonly meterId: string;
  /** Number of the span. */
  readonly span: number;
  /** Intervals concerned; a part of a stretch counts by its share of the time. */
  readonly intervals: number;
  /** How many stretches begin in the span. */
  readonly episodes: number;
  /** Where the first one begins, not before the span; epoch milliseconds. */
  readonly since: number;
}

/**
 * Runs the checks over the readings of all spans and counts what they find in each.
 *
 * @param db Holds the relations of a lake.
 * @param spans At least one, in ascending time.
 * @param onProgress Called with the done share, from 0 to 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE readings AS SELECT 'a' AS meter_id, TIMESTAMP '1970-01-01' AS ts, -1.0 AS kwh;
 *   CREATE TABLE meters AS SELECT 'a' AS meter_id, 'UTC' AS time_zone, 60 AS interval_minutes;
 *   CREATE TABLE issues
 *     (meter_id VARCHAR, "from" TIMESTAMP, "to" TIMESTAMP, rule VARCHAR, count BIGINT)`);
 * const [tally] = await qualityTallies(db, [{ from: 0, to: 86_400_000 }]);
 * assert.deepEqual([tally.rule, tally.meterId, tally.intervals], ["negative", "a", 1]);
 * ```
 */
export async function qualityTallies(
  db: Database,
  spans: readonly Span[],
  onProgress?: (fraction: number) => void,
): Promise<QualityTally[]> {
  const known = `SELECT meter_id, ts, kwh FROM readings WHERE ts >= make_timestamp(${
    Math.round(spans[0].from * 1000)
  }) AND ts < make_timestamp(${Math.round(spans[spans.length - 1].to * 1000)})`;
  const tallies: QualityTally[] = [];
  for (const [i, { name, sql }] of checks.entries()) {
    const found = ARRIVAL.includes(name)
      ? `SELECT meter_id, "from" AS from_ts, "to" AS to_ts, count FROM issues
         WHERE rule = '${name}'`
      : sql;
    const rows = await db.rows<
      { meter_id: string; n: number; intervals: number; episodes: number; since: number }
    >(`
      WITH clean_readings AS (${known}),
        raw_readings AS (SELECT *, 0 AS source_row FROM clean_readings)
      SELECT meter_id, n,
        -- Decimals, as their sum does not depend on the order of the rows.
        CAST(sum(CAST(CAST(count AS DOUBLE)
          * date_diff('millisecond', greatest(from_ts, start), least(to_ts, stop))
          / date_diff('millisecond', from_ts, to_ts) AS DECIMAL(18, 6))) AS DOUBLE) AS intervals,
        count(*) FILTER (from_ts >= start) AS episodes,
        min(greatest(from_ts, start)) AS since
      FROM (${found}) found
      JOIN ${spansTable(spans)} ON from_ts < stop AND to_ts > start
      GROUP BY meter_id, n ORDER BY meter_id, n`);
    for (const { meter_id, n, ...tally } of rows) {
      tallies.push({ rule: name, meterId: meter_id, span: n, ...tally });
    }
    onProgress?.((i + 1) / checks.length);
  }
  return tallies;
}
