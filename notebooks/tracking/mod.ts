/**
 * What the tracking server holds, in a notebook: runs as a table, what differs between them, models,
 * what they find, and where their aliases point.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * import { listRuns } from "./mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal((await listRuns(tracking.client)).rows, 0);
 * ```
 *
 * @module
 */
export { type CompareOptions, compareRuns, type RunComparison } from "./compare_runs.ts";
export { listPromotions, type PromotionRow } from "./list_promotions.ts";
export { listRuns, type RunsOptions } from "./list_runs.ts";
export { type ModelRows, type NotebookModel, notebookModel } from "./notebook_model.ts";
export {
  type GateRow,
  type Promoted,
  type PromoteOptions,
  promoteVersion,
} from "./promote_version.ts";
