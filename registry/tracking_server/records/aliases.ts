/** Aliases: names that point at a version of a registered model. */

import type { ReadableDatabase } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { type ModelVersionRow, readNewestRow, readVersionRow } from "./model_versions.ts";
import { requireRegisteredModel } from "./registered_models.ts";

/**
 * The row of the version that an alias points at; `latest` always points at the newest one.
 *
 * @throws {TrackingError} `RESOURCE_DOES_NOT_EXIST` when there is no such model;
 * `INVALID_PARAMETER_VALUE` when it has no such alias, as MLflow's clients tell the two apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => {
 *   database.run("INSERT INTO registered_models VALUES ('a', NULL, 1, 1)");
 *   assert.throws(() => readAliasedRow(database, "a", "champion"), {
 *     message: "Registered model alias champion not found.",
 *   });
 * });
 * ```
 */
export function readAliasedRow(
  database: ReadableDatabase,
  name: string,
  alias: string,
): ModelVersionRow {
  requireRegisteredModel(database, name);
  if (alias.toLowerCase() === "latest") return readNewestRow(database, name);
  const found = database.first<{ version: number }>(
    "SELECT version FROM registered_model_aliases WHERE name = ? AND alias = ?",
    name,
    alias,
  );
  if (found !== undefined) return readVersionRow(database, name, String(found.version));
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Registered model alias ${alias} not found.`,
  );
}
