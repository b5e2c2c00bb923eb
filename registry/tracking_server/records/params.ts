/** Parameters of runs, which never change. */

import type { Database } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import type { Pair } from "./pairs.ts";

/**
 * Writes parameters of a run; one that is there with the same value stays, so a retry is safe.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when one is there with another value, or
 * occurs twice in `params`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 0, NULL, '', 'active')`);
 * writeParams(store.database, "r", [{ key: "trees", value: "100" }]);
 * assert.throws(
 *   () => writeParams(store.database, "r", [{ key: "trees", value: "50" }]),
 *   /Changing param values is not allowed/,
 * );
 * ```
 */
export function writeParams(database: Database, runId: string, params: readonly Pair[]): void {
  const keys = params.map(({ key }) => key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) {
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Duplicate parameter keys have been submitted: ['${twice}']. Please ensure the request contains only one param value per param key.`,
    );
  }
  for (const { key, value } of params) {
    const logged = database.first<{ value: string }>(
      "SELECT value FROM params WHERE run_id = ? AND key = ?",
      runId,
      key,
    );
    if (logged !== undefined && logged.value !== value) {
      throw new TrackingError(
        "INVALID_PARAMETER_VALUE",
        `Changing param values is not allowed. Param with key='${key}' was already logged with value='${logged.value}' for run ID='${runId}'. Attempted logging new value '${value}'.`,
      );
    }
    database.run("INSERT INTO params VALUES (?, ?, ?) ON CONFLICT DO NOTHING", runId, key, value);
  }
}
