/** Since when and until when each meter sends, and how often. */
import type { Database } from "../../data/duckdb/mod.ts";
import type { MonitoringInput } from "./section.ts";

/** When and how often a meter sends. */
export interface MeterPresence {
  readonly meterId: string;
  /** Length of its interval as its source has it, milliseconds. */
  readonly intervalMs: number;
  /** First reading since the reference began, epoch milliseconds. */
  readonly first: number;
  /** Last reading before the end of the window, epoch milliseconds. */
  readonly last: number;
  /** Readings before the window, and in it. */
  readonly before: number;
  readonly within: number;
  /** Median time from one reading to the next, milliseconds; null where there are no two. */
  readonly usualStepBefore: number | null;
  readonly usualStepWithin: number | null;
  /** The longest such time before the window. */
  readonly longestStepBefore: number | null;
}

/**
 * Looks at the readings from the beginning of the reference to the end of the window.
 *
 * @returns Meters with a reading, by id.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE readings AS
 *   SELECT 'a' AS meter_id, make_timestamp(i * 3600000000) AS ts, 1.0 AS kwh FROM range(4) t(i);
 *   CREATE TABLE meters AS SELECT 'a' AS meter_id, 60 AS interval_minutes`);
 * const [meter] = await meterPresence({
 *   db,
 *   reference: { from: 0, to: 7_200_000 },
 *   window: { from: 7_200_000, to: 10_800_000 },
 * });
 * assert.deepEqual([meter.before, meter.within, meter.usualStepWithin], [2, 1, 3_600_000]);
 * ```
 */
export async function meterPresence(
  { db, reference, window }: Pick<MonitoringInput, "reference" | "window"> & { db: Database },
): Promise<MeterPresence[]> {
  const at = (ms: number) => `make_timestamp(${Math.round(ms * 1000)})`;
  return await db.rows<MeterPresence>(`
    WITH steps AS (
      SELECT meter_id, ts, ts >= ${at(window.from)} AS inside, date_diff('millisecond',
        lag(ts) OVER (PARTITION BY meter_id ORDER BY ts), ts) AS step
      FROM readings WHERE ts >= ${at(reference.from)} AND ts < ${at(window.to)}
    )
    SELECT meter_id AS "meterId",
      any_value(interval_minutes) * 60000 AS "intervalMs",
      min(ts) AS first,
      max(ts) AS last,
      count(*) FILTER (NOT inside) AS before,
      count(*) FILTER (inside) AS within,
      quantile_disc(step, 0.5) FILTER (NOT inside) AS "usualStepBefore",
      quantile_disc(step, 0.5) FILTER (inside) AS "usualStepWithin",
      max(step) FILTER (NOT inside) AS "longestStepBefore"
    FROM steps JOIN meters USING (meter_id)
    GROUP BY meter_id ORDER BY meter_id`);
}
