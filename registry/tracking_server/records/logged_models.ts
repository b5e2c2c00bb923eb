/** Logged models as the database keeps them and the wire shows them. */

import type { ReadableDatabase } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { type ModelMetricRecord, readModelMetrics } from "./model_metrics.ts";
import { orAbsent, type Pair, readPairs } from "./pairs.ts";

/** A logged model in MLflow's JSON. */
export interface LoggedModelRecord {
  readonly info: {
    readonly model_id: string;
    readonly experiment_id: string;
    readonly name: string;
    readonly model_type: string;
    readonly source_run_id: string;
    readonly status: string;
    readonly artifact_uri: string;
    readonly creation_timestamp_ms: number;
    readonly last_updated_timestamp_ms: number;
    readonly tags?: readonly Pair[];
  };
  readonly data: {
    readonly params?: readonly Pair[];
    readonly metrics?: readonly ModelMetricRecord[];
  };
}

/** A row of the table. */
export interface LoggedModelRow extends Omit<LoggedModelRecord["info"], "experiment_id" | "tags"> {
  readonly experiment_id: number;
  readonly lifecycle_stage: "active" | "deleted";
}

/**
 * The logged model of an id, with all that it logged.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none or it is deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => readLoggedModel(store.database, "m-1"), /ID 'm-1' not found/);
 * ```
 */
export function readLoggedModel(database: ReadableDatabase, modelId: string): LoggedModelRecord {
  return loggedModelRecord(database, requireLoggedModel(database, modelId));
}

/**
 * The row of a logged model, which must be there.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none or it is deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => requireLoggedModel(store.database, "m-1"), {
 *   message: "Logged model with ID 'm-1' not found.",
 * });
 * ```
 */
export function requireLoggedModel(database: ReadableDatabase, modelId: string): LoggedModelRow {
  const row = database.first<LoggedModelRow>(
    "SELECT * FROM logged_models WHERE model_id = ? AND lifecycle_stage = 'active'",
    modelId,
  );
  if (row !== undefined) return row;
  throw noLoggedModel(modelId);
}

/**
 * The row of a logged model, deleted or not: MLflow lets those that are deleted be written.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => requireAnyLoggedModel(store.database, "m-1"), /ID 'm-1' not found/);
 * ```
 */
export function requireAnyLoggedModel(
  database: ReadableDatabase,
  modelId: string,
): LoggedModelRow {
  const row = database.first<LoggedModelRow>(
    "SELECT * FROM logged_models WHERE model_id = ?",
    modelId,
  );
  if (row !== undefined) return row;
  throw noLoggedModel(modelId);
}

/**
 * Completes a row with its tags, parameters and metrics.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const record = loggedModelRecord(store.database, {
 *   model_id: "m-1", experiment_id: 0, name: "a", model_type: "", source_run_id: "",
 *   status: "LOGGED_MODEL_READY", artifact_uri: "", creation_timestamp_ms: 1,
 *   last_updated_timestamp_ms: 1, lifecycle_stage: "active",
 * });
 * assert.equal(record.info.experiment_id, "0");
 * ```
 */
export function loggedModelRecord(
  database: ReadableDatabase,
  row: LoggedModelRow,
): LoggedModelRecord {
  const { lifecycle_stage: _hidden, ...info } = row;
  return {
    info: {
      ...info,
      experiment_id: String(info.experiment_id),
      tags: orAbsent(readPairs(database, "logged_model_tags", [info.model_id])),
    },
    data: {
      params: orAbsent(readPairs(database, "logged_model_params", [info.model_id])),
      metrics: orAbsent(readModelMetrics(database, info.model_id)),
    },
  };
}

function noLoggedModel(modelId: string): TrackingError {
  return new TrackingError(
    "RESOURCE_DOES_NOT_EXIST",
    `Logged model with ID '${modelId}' not found.`,
  );
}
