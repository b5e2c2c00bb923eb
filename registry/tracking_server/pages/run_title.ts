/** What a page calls a run. */

import type { RunInfoRecord } from "../records/runs.ts";

/**
 * The name of a run; its id when the name is blank, as other tools may leave it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(runTitle({ run_id: "r1", run_name: "nightly" }), "nightly");
 * assert.equal(runTitle({ run_id: "r1", run_name: " " }), "r1");
 * ```
 */
export function runTitle({ run_id, run_name }: Pick<RunInfoRecord, "run_id" | "run_name">): string {
  return run_name.trim() === "" ? run_id : run_name;
}
