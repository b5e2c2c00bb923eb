/** Metrics of logged models as the database keeps them and the wire shows them. */

import type { Database, ReadableDatabase } from "../database.ts";
import { type MetricRecord, metricRecord, type MetricRow, storedNumber } from "./metrics.ts";

/** A metric of a logged model in MLflow's JSON. */
export interface ModelMetricRecord extends MetricRecord {
  readonly model_id: string;
  /** The run that measured it. */
  readonly run_id: string;
  /** What it was measured on. */
  readonly dataset_name?: string;
  readonly dataset_digest?: string;
}

/**
 * Adds a metric to a logged model; the same metric a second time changes nothing, so a retry is
 * safe.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => {
 *   database.run(`INSERT INTO logged_models
 *     VALUES ('m-1', 0, 'a', '', 'r', 'LOGGED_MODEL_READY', 'uri', 3, 4, 'active')`);
 *   const metric = { model_id: "m-1", run_id: "r", key: "auc", value: 0.9, timestamp: 1, step: 0 };
 *   writeModelMetric(database, metric);
 *   assert.deepEqual(readModelMetrics(database, "m-1"), [metric]);
 * });
 * ```
 */
export function writeModelMetric(database: Database, metric: ModelMetricRecord): void {
  const { value, is_nan } = storedNumber(metric.value);
  database.run(
    "INSERT INTO logged_model_metrics VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ...[metric.model_id, metric.key, metric.timestamp, metric.step, value, is_nan],
    ...[metric.run_id, metric.dataset_name ?? "", metric.dataset_digest ?? ""],
  );
}

/**
 * All metrics of a logged model, by key, time and step.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => assert.deepEqual(readModelMetrics(database, "m-1"), []));
 * ```
 */
export function readModelMetrics(database: ReadableDatabase, modelId: string): ModelMetricRecord[] {
  return database.all<Required<ModelMetricRecord> & MetricRow>(
    `SELECT key, value, timestamp, step, is_nan, model_id, run_id, dataset_name, dataset_digest
     FROM logged_model_metrics WHERE model_id = ? ORDER BY key, timestamp, step, value`,
    modelId,
  ).map(({ model_id, run_id, dataset_name, dataset_digest, ...row }) => ({
    ...metricRecord(row),
    model_id,
    run_id,
    ...(dataset_name === "" ? {} : { dataset_name }),
    ...(dataset_digest === "" ? {} : { dataset_digest }),
  }));
}
