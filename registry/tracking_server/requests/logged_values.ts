/** Metrics, parameters and tags that a request logs, checked by MLflow's rules. */

import type { Database } from "../database.ts";
import {
  cut,
  longestKey,
  longestParam,
  longestTag,
  requireKey,
  requireLength,
} from "./key_rules.ts";
import {
  integer,
  requiredInteger,
  requiredNumber,
  requiredText,
  text,
  type Values,
} from "./parameters.ts";
import { pythonFloat } from "./python_values.ts";
import { requireLoggedModel } from "../records/logged_models.ts";
import { writeMetrics } from "../records/metrics.ts";
import { writeModelMetric } from "../records/model_metrics.ts";
import type { Pair } from "../records/pairs.ts";
import type { RunInfoRecord } from "../records/runs.ts";
import { TrackingError } from "../tracking_error.ts";

/** The parameters of a metric. */
export const metricShape = {
  key: requiredText,
  value: requiredNumber,
  timestamp: requiredInteger,
  step: integer,
  model_id: text,
  dataset_name: text,
  dataset_digest: text,
};

/** A metric that a request logs. */
export type LoggedMetric = Values<typeof metricShape>;

/**
 * Checks a metric.
 *
 * @param at Its place in the request, with a dot at the end.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when its key is no key, or its time is below 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const metric = { key: "auc", value: 1, timestamp: -5, step: 0, model_id: "", dataset_name: "",
 *   dataset_digest: "" };
 * assert.throws(() => loggedMetric(metric, "metrics[0]."), {
 *   message: /^Invalid value -5 for parameter 'metrics\[0\].timestamp' .* 'auc' \(value=1.0\)/,
 * });
 * ```
 */
export function loggedMetric<M extends LoggedMetric>(metric: M, at = ""): M {
  const { key, value, timestamp } = metric;
  requireKey(key, `${at}name`);
  if (timestamp < 0) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Invalid value ${timestamp} for parameter '${at}timestamp' supplied: metric '${key}' (value=${
        pythonFloat(value)
      }). Timestamp must be a nonnegative long (64-bit integer) `,
    );
  }
  requireLength("Metric name", key, longestKey);
  return metric;
}

/**
 * Checks a parameter of a run and cuts its value.
 *
 * @param at Its place in the request, with a dot at the end.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when its key is no key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(loggedParam({ key: "p", value: "x".repeat(6001) }).value.length, 6000);
 * ```
 */
export function loggedParam({ key, value }: Pair, at = ""): Pair {
  requireLength("Param key", requireKey(key, `${at}key`), longestKey);
  return { key, value: cut(value, longestParam) };
}

/**
 * Checks a tag of a run and cuts its value.
 *
 * @param at Its place in the request, with a dot at the end.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when its key is no key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(loggedTag({ key: "t", value: "x".repeat(8001) }).value.length, 8000);
 * ```
 */
export function loggedTag({ key, value }: Pair, at = ""): Pair {
  requireLength(`${at}key`, requireKey(key, `${at}key`), longestKey);
  return { key, value: cut(value, longestTag) };
}

/**
 * Writes metrics of a run, and of the logged models that they measure.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is no such logged model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readLatestMetrics } from "../records/metrics.ts";
 * import { withDatabase } from "../records/records_fixture.ts";
 * withDatabase((database) => {
 *   const metric = { key: "auc", value: 1, timestamp: 5, step: undefined, model_id: undefined,
 *     dataset_name: undefined, dataset_digest: undefined };
 *   writeLoggedMetrics(database, { run_id: "r" }, [metric]);
 *   assert.deepEqual(readLatestMetrics(database, "r"), [
 *     { key: "auc", value: 1, timestamp: 5, step: 0 },
 *   ]);
 * });
 * ```
 */
export function writeLoggedMetrics(
  database: Database,
  { run_id }: Pick<RunInfoRecord, "run_id">,
  given: readonly LoggedMetric[],
): void {
  const measured = given.map(({ key, value, timestamp, step = 0 }) => {
    return { key, value, timestamp, step };
  });
  writeMetrics(database, run_id, measured);
  for (const [i, { model_id, dataset_name, dataset_digest }] of given.entries()) {
    if (!model_id) continue;
    requireLoggedModel(database, model_id);
    writeModelMetric(database, { ...measured[i], run_id, model_id, dataset_name, dataset_digest });
  }
}
