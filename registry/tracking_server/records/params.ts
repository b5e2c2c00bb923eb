/** Parameters of runs and of logged models, which never change. */

import type { Database } from "../database.ts";
import { type Pair, pairOwners, writePair } from "./pairs.ts";

const tables = { run: "params", model: "logged_model_params" } as const;

/** A parameter that is there with another value. */
export interface ParamChange {
  readonly key: string;
  readonly old_value: string;
  readonly new_value: string;
}

/**
 * Writes parameters that are new; one that is there with the same value stays, so a retry is safe.
 * Call it in a transaction, and end that when a value would change.
 *
 * @param kind Whose they are.
 * @param id Of the run or logged model.
 * @returns Those that are there with another value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => {
 *   assert.deepEqual(writeParams(database, "run", "r", [{ key: "trees", value: "100" }]), []);
 *   assert.deepEqual(writeParams(database, "run", "r", [{ key: "trees", value: "50" }]), [
 *     { key: "trees", old_value: "100", new_value: "50" },
 *   ]);
 * });
 * ```
 */
export function writeParams(
  database: Database,
  kind: "run" | "model",
  id: string,
  params: readonly Pair[],
): ParamChange[] {
  const table = tables[kind];
  const [owner] = pairOwners[table];
  const changes: ParamChange[] = [];
  for (const { key, value } of params) {
    const before = database.first<{ value: string }>(
      `SELECT value FROM ${table} WHERE ${owner} = ? AND key = ?`,
      id,
      key,
    );
    if (before === undefined) writePair(database, table, [id], { key, value });
    else if (before.value !== value) {
      changes.push({ key, old_value: before.value, new_value: value });
    }
  }
  return changes;
}

/**
 * The keys that occur again, once for each time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const params = ["a", "b", "a", "a"].map((key) => ({ key, value: "1" }));
 * assert.deepEqual(repeatedKeys(params), ["a", "a"]);
 * ```
 */
export function repeatedKeys(params: readonly Pair[]): string[] {
  const keys = params.map(({ key }) => key);
  return keys.filter((key, i) => keys.indexOf(key) < i);
}
