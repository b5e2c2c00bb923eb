/** Progress in the cell that runs. */
import type { Progress } from "../../pipelines/mod.ts";
import { type ProgressBar, progressBar, stepList, track as trackIn } from "../progress/mod.ts";
import { place } from "./surroundings.ts";

/**
 * Shows a bar in the cell that counts to `total`.
 *
 * @example
 * ```ts
 * const bar = progress("meters", 2);
 * for (const _meter of ["room-1", "room-2"]) bar.add();
 * await bar.done();
 * ```
 */
export function progress(label: string, total: number): ProgressBar {
  return progressBar(place, label, total);
}

/**
 * Gives items one after the other and shows in the cell how many are done.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const seen: string[] = [];
 * for await (const room of track("rooms", ["a", "b"])) seen.push(room);
 * assert.deepEqual(seen, ["a", "b"]);
 * ```
 */
export function track<Item>(label: string, items: Iterable<Item>): AsyncGenerator<Item> {
  return trackIn(place, label, items);
}

/**
 * What a pipeline takes to show its steps: one list in the cell.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await steps().step("count", () => 3), 3);
 * ```
 */
export function steps(): Progress {
  return stepList(place);
}
