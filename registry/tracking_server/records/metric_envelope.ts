/** The history of a metric, thinned to what a drawing of some width can show. */

import type { ReadableDatabase } from "../database.ts";

/** How far the history of one metric of a run reaches. */
export interface MetricExtent {
  readonly key: string;
  /** How many values there are, NaN included. */
  readonly count: number;
  readonly first_step: number | bigint;
  readonly last_step: number | bigint;
  readonly first_timestamp: number | bigint;
  readonly last_timestamp: number | bigint;
}

/** A value of a thinned history. */
export interface MetricPoint {
  /** Where it stands on the axis that was asked for. */
  readonly x: number;
  /** NaN stands for a part in which all values are NaN. */
  readonly y: number;
}

/** Which part of a metric's history to read, and how finely. */
export interface EnvelopeRequest {
  readonly runId: string;
  readonly key: string;
  /** What the values are put in order by. */
  readonly axis: "step" | "timestamp";
  /** First place on the axis. */
  readonly from: number;
  /** Last place on the axis, at or after `from`. */
  readonly to: number;
  /** How many parts of equal length to tell apart, at least 1. */
  readonly columns: number;
}

/**
 * How far the history of each metric of a run reaches, by key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(readMetricExtents(store.database, "none"), []);
 * ```
 */
export function readMetricExtents(database: ReadableDatabase, runId: string): MetricExtent[] {
  return database.all<MetricExtent>(
    `SELECT key, count(*) AS count, min(step) AS first_step, max(step) AS last_step,
       min(timestamp) AS first_timestamp, max(timestamp) AS last_timestamp
     FROM metrics WHERE run_id = ? GROUP BY key ORDER BY key`,
    runId,
  );
}

/**
 * The least and the greatest value in each part of an axis, in the order of the axis: at most two
 * points a part, however long the history is. A drawing with a part for each of its pixels looks
 * the same as one of all values. A part of NaN alone is one point of NaN.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * import { writeMetric } from "./metrics.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { database } = store;
 * database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 0, NULL, '', 'active')`);
 * [5, 1, 9, 4].forEach((value, step) =>
 *   writeMetric(database, "r", { key: "loss", value, timestamp: 0, step })
 * );
 * const part = { runId: "r", key: "loss", axis: "step", from: 0, to: 3, columns: 1 } as const;
 * assert.deepEqual(readMetricEnvelope(database, part), [{ x: 1, y: 1 }, { x: 2, y: 9 }]);
 * ```
 */
export function readMetricEnvelope(
  database: ReadableDatabase,
  { runId, key, axis, from, to, columns }: EnvelopeRequest,
): MetricPoint[] {
  // SQLite takes the other columns of a row with min() or max() from the row that has it.
  return database.all<{ x: number | bigint; value: number; is_nan: number }>(
    `WITH part AS (
       SELECT ${axis} AS x, value, is_nan,
         min(CAST((${axis} - ?) * 1.0 * ? / ? AS INTEGER), ?) AS place
       FROM metrics WHERE run_id = ? AND key = ?
     )
     SELECT x, value, 0 AS is_nan FROM (
       SELECT x, min(value) AS value FROM part WHERE is_nan = 0 GROUP BY place
       UNION
       SELECT x, max(value) AS value FROM part WHERE is_nan = 0 GROUP BY place
     )
     UNION ALL
     SELECT min(x), 0, 1 FROM part GROUP BY place HAVING min(is_nan) = 1
     ORDER BY x, value`,
    ...[from, columns, to - from || 1, columns - 1, runId, key],
  ).map(({ x, value, is_nan }) => ({ x: Number(x), y: is_nan === 1 ? NaN : value }));
}
