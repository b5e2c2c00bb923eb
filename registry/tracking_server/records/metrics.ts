/** Metrics as the database keeps them and the wire shows them. */

import type { Database, ReadableDatabase } from "../database.ts";

/** A metric in MLflow's JSON. */
export interface MetricRecord {
  readonly key: string;
  /** NaN is possible; an infinity comes back as the largest double of its sign. */
  readonly value: number;
  readonly timestamp: number | bigint;
  readonly step: number | bigint;
}

/** A row of the table, in which NaN is value 0 with a mark. */
export interface MetricRow extends MetricRecord {
  readonly is_nan: number;
}

/**
 * Adds metrics to a run's history and moves the run's latest values: the greatest by step, then
 * timestamp, then value. The same metric a second time changes nothing, so a retry is safe.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 0, NULL, '', 'active')`);
 * writeMetrics(store.database, "r", [
 *   { key: "loss", value: 0.5, timestamp: 2, step: 1 },
 *   { key: "loss", value: 0.9, timestamp: 9, step: 0 },
 * ]);
 * assert.deepEqual(readLatestMetrics(store.database, "r"), [
 *   { key: "loss", value: 0.5, timestamp: 2, step: 1 },
 * ]);
 * ```
 */
export function writeMetrics(
  database: Database,
  runId: string,
  metrics: readonly MetricRecord[],
): void {
  // Of a batch only the greatest can become the latest: a statement for each would be half the work.
  const greatest = new Map<string, MetricRow>();
  for (const metric of metrics) {
    const row = { ...metric, ...storedNumber(metric.value) };
    database.run(
      "INSERT INTO metrics VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      ...[runId, row.key, row.timestamp, row.step, row.value, row.is_nan],
    );
    const before = greatest.get(row.key);
    if (before === undefined || isLater(row, before)) greatest.set(row.key, row);
  }
  for (const { key, timestamp, step, value, is_nan } of greatest.values()) {
    database.run(
      `INSERT INTO latest_metrics VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET timestamp = excluded.timestamp, step = excluded.step,
         value = excluded.value, is_nan = excluded.is_nan
       WHERE (excluded.step, excluded.timestamp, excluded.value) > (step, timestamp, value)`,
      ...[runId, key, timestamp, step, value, is_nan],
    );
  }
}

function isLater(row: MetricRow, other: MetricRow): boolean {
  if (row.step !== other.step) return row.step > other.step;
  if (row.timestamp !== other.timestamp) return row.timestamp > other.timestamp;
  return row.value > other.value;
}

/**
 * The latest value of each metric of a run, by key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(readLatestMetrics(store.database, "none"), []);
 * ```
 */
export function readLatestMetrics(database: ReadableDatabase, runId: string): MetricRecord[] {
  return database.all<MetricRow>(
    `SELECT key, value, timestamp, step, is_nan FROM latest_metrics WHERE run_id = ? ORDER BY key`,
    runId,
  ).map(metricRecord);
}

/**
 * A row as the wire shows it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const row = { key: "loss", value: 0, timestamp: 1, step: 0, is_nan: 1 };
 * assert.deepEqual(metricRecord(row), { key: "loss", value: NaN, timestamp: 1, step: 0 });
 * ```
 */
export function metricRecord({ is_nan, ...metric }: MetricRow): MetricRecord {
  return is_nan === 1 ? { ...metric, value: NaN } : metric;
}

/**
 * A number as the tables hold it, in which NaN and the infinities have no place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(storedNumber(NaN), { value: 0, is_nan: 1 });
 * assert.deepEqual(storedNumber(-Infinity), { value: -Number.MAX_VALUE, is_nan: 0 });
 * ```
 */
export function storedNumber(number: number): { value: number; is_nan: 0 | 1 } {
  if (Number.isNaN(number)) return { value: 0, is_nan: 1 };
  const value = Math.min(Math.max(number, -Number.MAX_VALUE), Number.MAX_VALUE);
  return { value, is_nan: 0 };
}
