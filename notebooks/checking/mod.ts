/**
 * Checks of notebooks: a fresh run shows what is stored, the code's types are right, and all was run
 * in order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { findingText } from "./mod.ts";
 * assert.equal(findingText({ cell: 1, message: "Cannot run" }), "  cell 1: Cannot run");
 * ```
 *
 * @module
 */
export { type CheckedNotebook, checkNotebook, type CheckOptions } from "./check_notebook.ts";
export { type Finding, findingText } from "./finding.ts";
