/** Parameters of runs and of logged models, which never change. */

import type { Database } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { type Pair, pairOwners, writePair } from "./pairs.ts";

const tables = { run: "params", model: "logged_model_params" } as const;

/**
 * Writes parameters; one that is there with the same value stays, so a retry is safe.
 *
 * @param kind Whose they are.
 * @param id Of the run or logged model.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when one is there with another value, or
 * occurs twice in `params`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => {
 *   writeParams(database, "run", "r", [{ key: "trees", value: "100" }]);
 *   assert.throws(
 *     () => writeParams(database, "run", "r", [{ key: "trees", value: "50" }]),
 *     /Changing param values is not allowed/,
 *   );
 * });
 * ```
 */
export function writeParams(
  database: Database,
  kind: "run" | "model",
  id: string,
  params: readonly Pair[],
): void {
  const table = tables[kind];
  const [owner] = pairOwners[table];
  const given = new Set<string>();
  for (const { key, value } of params) {
    if (given.has(key)) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Duplicate parameter keys have been submitted: ['${key}']. Please ensure the request contains only one param value per param key.`,
      );
    }
    given.add(key);
    const before = database.first<{ value: string }>(
      `SELECT value FROM ${table} WHERE ${owner} = ? AND key = ?`,
      id,
      key,
    );
    if (before === undefined) writePair(database, table, [id], { key, value });
    else if (before.value !== value) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Changing param values is not allowed. Param with key='${key}' was already logged with value='${before.value}' for ${kind} ID='${id}'. Attempted logging new value '${value}'.`,
      );
    }
  }
}
