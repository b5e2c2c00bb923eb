/** The tag of a logged model that names the versions made of it. */

import type { Database } from "../database.ts";
import { type Json, pythonJson } from "../python_json.ts";
import { readPairs, writePair } from "./pairs.ts";

const versionsTag = "mlflow.modelVersions";

/**
 * Adds a version to the list in the tag. A client may have written the tag by itself; what is no
 * list is written anew.
 *
 * @param modelId Of a logged model that is there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readPairs } from "./pairs.ts";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => {
 *   database.run(
 *     `INSERT INTO logged_models
 *      VALUES ('m-1', 0, 'a', '', 'r', 'LOGGED_MODEL_READY', 'uri', 3, 4, 'active')`,
 *   );
 *   noteVersion(database, "m-1", { name: "meters", version: 1 });
 *   assert.deepEqual(readPairs(database, "logged_model_tags", ["m-1"]), [
 *     { key: "mlflow.modelVersions", value: '[{"name": "meters", "version": 1}]' },
 *   ]);
 * });
 * ```
 */
export function noteVersion(
  database: Database,
  modelId: string,
  version: { readonly name: string; readonly version: number },
): void {
  const before = readPairs(database, "logged_model_tags", [modelId])
    .find(({ key }) => key === versionsTag);
  const value = pythonJson([...listIn(before?.value ?? "[]"), version]);
  writePair(database, "logged_model_tags", [modelId], { key: versionsTag, value });
}

function listIn(text: string): readonly Json[] {
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
