/** Registered models as the database keeps them and the wire shows them. */

import type { Database, ReadableDatabase } from "../database.ts";
import { requireModelName } from "../requests/model_name.ts";
import { TrackingError } from "../tracking_error.ts";
import {
  type ModelVersionRecord,
  modelVersionRecord,
  type ModelVersionRow,
} from "./model_versions.ts";
import { orAbsent, type Pair, readPairs } from "./pairs.ts";

/** A registered model in MLflow's JSON. */
export interface RegisteredModelRecord {
  readonly name: string;
  readonly creation_timestamp: number;
  readonly last_updated_timestamp: number;
  readonly description?: string;
  /** The highest version. */
  readonly latest_versions?: readonly ModelVersionRecord[];
  readonly tags?: readonly Pair[];
  readonly aliases?: readonly { alias: string; version: string }[];
}

/** A row of the table. */
export interface RegisteredModelRow {
  readonly name: string;
  readonly description: string | null;
  readonly creation_timestamp: number;
  readonly last_updated_timestamp: number;
}

/**
 * The registered model of a name, with its versions, tags and aliases.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => readRegisteredModel(store.database, "a"), /name=a not found/);
 * ```
 */
export function readRegisteredModel(
  database: ReadableDatabase,
  name: string,
): RegisteredModelRecord {
  return registeredModelRecord(database, requireRegisteredModel(database, name));
}

/**
 * The row of a registered model, which must be there.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => requireRegisteredModel(store.database, "a"), {
 *   message: "Registered Model with name=a not found",
 * });
 * ```
 */
export function requireRegisteredModel(
  database: ReadableDatabase,
  name: string,
): RegisteredModelRow {
  requireModelName(name);
  const row = database.first<RegisteredModelRow>(
    "SELECT * FROM registered_models WHERE name = ?",
    name,
  );
  if (row !== undefined) return row;
  throw new TrackingError(
    "RESOURCE_DOES_NOT_EXIST",
    `Registered Model with name=${name} not found`,
  );
}

/**
 * Completes a row with its latest versions, tags and aliases.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const record = registeredModelRecord(store.database, {
 *   name: "a", description: null, creation_timestamp: 1, last_updated_timestamp: 2,
 * });
 * assert.equal(record.latest_versions, undefined);
 * ```
 */
export function registeredModelRecord(
  database: ReadableDatabase,
  row: RegisteredModelRow,
): RegisteredModelRecord {
  const aliases = database.all<{ alias: string; version: number }>(
    "SELECT alias, version FROM registered_model_aliases WHERE name = ? ORDER BY alias",
    row.name,
  );
  return {
    name: row.name,
    creation_timestamp: row.creation_timestamp,
    last_updated_timestamp: row.last_updated_timestamp,
    description: row.description || undefined,
    // MLflow leaves the aliases out here; they follow for all versions.
    latest_versions: orAbsent(
      readLatestVersions(database, row.name).map(({ aliases: _below, ...version }) => version),
    ),
    tags: orAbsent(readPairs(database, "registered_model_tags", [row.name])),
    aliases: orAbsent(aliases.map(({ alias, version }) => ({ alias, version: String(version) }))),
  };
}

/**
 * The highest version of a model in each stage, in the order in which the stages were first taken
 * by versions that are in them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(readLatestVersions(store.database, "a"), []);
 * ```
 */
export function readLatestVersions(database: ReadableDatabase, name: string): ModelVersionRecord[] {
  return database.all<ModelVersionRow>(
    `SELECT model_versions.* FROM model_versions JOIN (
       SELECT MAX(version) AS newest, MIN(version) AS oldest FROM model_versions
       WHERE name = ? AND lifecycle_stage = 'active' GROUP BY current_stage
     ) ON version = newest
     WHERE name = ? ORDER BY oldest`,
    name,
    name,
  ).map((row) => modelVersionRecord(database, row));
}

/**
 * Marks a registered model as changed at a moment.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run("INSERT INTO registered_models VALUES ('a', NULL, 1, 1)");
 * touchRegisteredModel(store.database, "a", 7);
 * assert.equal(readRegisteredModel(store.database, "a").last_updated_timestamp, 7);
 * ```
 */
export function touchRegisteredModel(database: Database, name: string, now: number): void {
  database.run("UPDATE registered_models SET last_updated_timestamp = ? WHERE name = ?", now, name);
}
