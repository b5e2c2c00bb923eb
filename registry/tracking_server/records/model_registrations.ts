/** Where a logged model is registered, as the model itself says. */

import type { Database } from "../database.ts";
import { pythonJson } from "../requests/python_json.ts";
import { writePair } from "./pairs.ts";

/** The tag by which MLflow's pages lead from a logged model to its versions. */
export const registrationsTag = "mlflow.modelVersions";

/**
 * Writes all versions that were ever made of a logged model into the model's tag.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * import { readPairs } from "./pairs.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run(
 *   `INSERT INTO logged_models
 *    VALUES ('m-1', 0, 'forest', '', '', 'LOGGED_MODEL_READY', '', 0, 0, 'active')`,
 * );
 * writeRegistrations(store.database, "m-1");
 * assert.deepEqual(readPairs(store.database, "logged_model_tags", ["m-1"]), [
 *   { key: "mlflow.modelVersions", value: "[]" },
 * ]);
 * ```
 */
export function writeRegistrations(database: Database, modelId: string): void {
  const versions = database.all<{ name: string; version: number }>(
    `SELECT name, version FROM model_versions WHERE model_id = ?
     ORDER BY creation_timestamp, name, version`,
    modelId,
  );
  const value = pythonJson(versions.map(({ name, version }) => ({ name, version })));
  writePair(database, "logged_model_tags", [modelId], { key: registrationsTag, value });
}
