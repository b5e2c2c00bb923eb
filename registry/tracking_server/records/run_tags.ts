/** Tags of runs, one of which is the run's name. */

import type { Database } from "../database.ts";
import { type Pair, writePair } from "./pairs.ts";

/** The tag that holds a run's name; MLflow's pages read it, its searches the run's own field. */
export const nameTag = "mlflow.runName";

/**
 * Writes a tag of a run, replacing the value of its key. The tag of the name renames the run; call
 * it in a transaction, so that both are seen at once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * import { readRunInfo } from "./runs.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 0, NULL, '', 'active')`);
 * writeRunTag(store.database, "r", { key: nameTag, value: "nightly" });
 * assert.equal(readRunInfo(store.database, "r").run_name, "nightly");
 * ```
 */
export function writeRunTag(database: Database, runId: string, tag: Pair): void {
  // MLflow never takes a name away.
  if (tag.key === nameTag && tag.value === "") return;
  writePair(database, "tags", [runId], tag);
  if (tag.key !== nameTag) return;
  database.run("UPDATE runs SET run_name = ? WHERE run_id = ?", tag.value, runId);
}
