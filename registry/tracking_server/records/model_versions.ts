/** Model versions as the database keeps them and the wire shows them. */

import type { ReadableDatabase } from "../database.ts";
import { requireModelName } from "../requests/model_name.ts";
import { TrackingError } from "../tracking_error.ts";
import { orAbsent, type Pair, readPairs } from "./pairs.ts";

/** A model version in MLflow's JSON. */
export interface ModelVersionRecord {
  readonly name: string;
  readonly version: string;
  readonly creation_timestamp: number;
  readonly last_updated_timestamp: number;
  readonly current_stage: string;
  readonly description?: string;
  readonly source: string;
  readonly run_id: string;
  readonly run_link: string;
  readonly status: "READY";
  readonly model_id?: string;
  readonly tags?: readonly Pair[];
  readonly aliases?: readonly string[];
}

/** A row of the table. */
export interface ModelVersionRow {
  readonly name: string;
  readonly version: number;
  readonly creation_timestamp: number;
  readonly last_updated_timestamp: number;
  readonly current_stage: string;
  readonly description: string | null;
  readonly source: string;
  readonly storage_location: string;
  readonly run_id: string;
  readonly run_link: string;
  readonly model_id: string | null;
}

/**
 * The row of a version.
 *
 * @param version Its number as text.
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none or it is deleted;
 * `INVALID_PARAMETER_VALUE` when the version is not a number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => readVersionRow(store.database, "a", "1"), {
 *   message: "Model Version (name=a, version=1) not found",
 * });
 * ```
 */
export function readVersionRow(
  database: ReadableDatabase,
  name: string,
  version: string,
): ModelVersionRow {
  requireModelName(name);
  // What Python's int() takes.
  if (!/^\s*[+-]?\d+(_\d+)*\s*$/.test(version)) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Parameter 'version' must be an integer, got '${version}'.`,
    );
  }
  const row = database.first<ModelVersionRow>(
    "SELECT * FROM model_versions WHERE name = ? AND version = ? AND lifecycle_stage = 'active'",
    name,
    Number(version.replaceAll("_", "")),
  );
  if (row !== undefined) return row;
  throw new TrackingError(
    "RESOURCE_DOES_NOT_EXIST",
    `Model Version (name=${name}, version=${version}) not found`,
  );
}

/**
 * The row of the newest version of a model.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when it has none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => readNewestRow(store.database, "a"), {
 *   message: "Latest version not found for model a.",
 * });
 * ```
 */
export function readNewestRow(database: ReadableDatabase, name: string): ModelVersionRow {
  const row = database.first<ModelVersionRow>(
    `SELECT * FROM model_versions WHERE name = ? AND lifecycle_stage = 'active'
     ORDER BY version DESC LIMIT 1`,
    name,
  );
  if (row !== undefined) return row;
  throw new TrackingError(
    "RESOURCE_DOES_NOT_EXIST",
    `Latest version not found for model ${name}.`,
  );
}

/**
 * Completes a row with its tags and aliases.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const record = modelVersionRecord(store.database, {
 *   name: "a", version: 3, creation_timestamp: 1, last_updated_timestamp: 1,
 *   current_stage: "None", description: null, source: "mlflow-artifacts:/0/r/artifacts",
 *   storage_location: "mlflow-artifacts:/0/r/artifacts", run_id: "r", run_link: "", model_id: null,
 * });
 * assert.equal(record.version, "3");
 * ```
 */
export function modelVersionRecord(
  database: ReadableDatabase,
  row: ModelVersionRow,
): ModelVersionRecord {
  const { name, version } = row;
  const aliases = database.all<{ alias: string }>(
    "SELECT alias FROM registered_model_aliases WHERE name = ? AND version = ? ORDER BY alias",
    name,
    version,
  );
  return {
    name,
    version: String(version),
    creation_timestamp: row.creation_timestamp,
    last_updated_timestamp: row.last_updated_timestamp,
    current_stage: row.current_stage,
    description: row.description ?? undefined,
    source: row.source,
    run_id: row.run_id,
    run_link: row.run_link,
    status: "READY",
    model_id: row.model_id ?? undefined,
    tags: orAbsent(readPairs(database, "model_version_tags", [name, version])),
    aliases: orAbsent(aliases.map(({ alias }) => alias)),
  };
}
