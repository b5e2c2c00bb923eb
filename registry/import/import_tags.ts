/** The tags that an import leaves on what it makes, by which the next one knows how far it came. */

/** Where something was imported from. */
export const sourceTag = "wattbook.import.source";

/** What it is called there: the id of a run, an experiment or a model, or what tells a version. */
export const idTag = "wattbook.import.id";

/** Set last: the SHA-256 of the list of its files and theirs. */
export const finishedTag = "wattbook.import.digest";

/** The stage that a version had, set once it has been given to it. */
export const stageTag = "wattbook.import.stage";

/**
 * The tags of a source that are copied: all but those of an import that it is the result of.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(ownTags({ note: "a", "wattbook.import.id": "r" }), { note: "a" });
 * ```
 */
export function ownTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  const importTags: readonly string[] = [sourceTag, idTag, finishedTag, stageTag];
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !importTags.includes(key)));
}
