/** A loop with a bar. */
import { progressBar, type ProgressPlace } from "./progress_bar.ts";

/**
 * Gives the items one after the other and counts in a bar how many are done; at the end of the
 * loop, or where it is left, the bar says how far it came.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const place = { broadcast: undefined, newId: () => "a", now: () => 0 };
 * assert.deepEqual(await Array.fromAsync(track(place, "meters", ["a", "b"])), ["a", "b"]);
 * ```
 */
export async function* track<Item>(
  place: ProgressPlace,
  label: string,
  items: Iterable<Item>,
): AsyncGenerator<Item> {
  const all = [...items];
  const bar = progressBar(place, label, all.length);
  try {
    for (const item of all) {
      yield item;
      bar.add();
    }
  } finally {
    await bar.done();
  }
}
