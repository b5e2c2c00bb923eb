/** Which of the experiments or runs a search looks at. */

/** Those that are there, those that were deleted, or both. */
export type Lifecycle = "active" | "deleted" | "all";

const wireNames = { active: "ACTIVE_ONLY", deleted: "DELETED_ONLY", all: "ALL" } as const;

/**
 * MLflow's name for it; active where nothing is said.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(viewType("deleted"), "DELETED_ONLY");
 * assert.equal(viewType(undefined), "ACTIVE_ONLY");
 * ```
 */
export function viewType(lifecycle: Lifecycle = "active"): string {
  return wireNames[lifecycle];
}
