/** When runs were deleted, which their own rows do not say. */

import type { Database } from "../database.ts";

/**
 * Notes that runs are about to be deleted, or are restored; one that is deleted already keeps the
 * moment it was first.
 *
 * @param column What `value` tells the runs by.
 * @param now Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../database.ts";
 * const database = openDatabase(":memory:");
 * markRuns(database, "run_id", "none", "deleted", 5);
 * assert.deepEqual(database.all("SELECT * FROM run_deletions"), []);
 * database.close();
 * ```
 */
export function markRuns(
  database: Database,
  column: "run_id" | "experiment_id",
  value: string | number,
  stage: "active" | "deleted",
  now: number,
): void {
  if (stage === "active") {
    const runs = `SELECT run_id FROM runs WHERE ${column} = ?`;
    database.run(`DELETE FROM run_deletions WHERE run_id IN (${runs})`, value);
    return;
  }
  database.run(
    `INSERT INTO run_deletions SELECT run_id, ? FROM runs
     WHERE ${column} = ? AND lifecycle_stage = 'active' ON CONFLICT DO NOTHING`,
    now,
    value,
  );
}
