/**
 * Progress in a cell: a bar, a loop with a bar, and the list of a pipeline's steps.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { progressBar } from "./mod.ts";
 * const bar = progressBar({ broadcast: undefined, newId: () => "a", now: () => 0 }, "rows", 1);
 * bar.add();
 * assert.equal(await bar.done(), undefined);
 * ```
 *
 * @module
 */
export { type Broadcast } from "./cell_display.ts";
export { kernelBroadcast } from "./kernel_broadcast.ts";
export { type ProgressBar, progressBar, type ProgressPlace } from "./progress_bar.ts";
export { stepList } from "./step_list.ts";
export { track } from "./track.ts";
