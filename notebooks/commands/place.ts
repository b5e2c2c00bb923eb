/** What the commands of `notebooks/main.ts` work with. */

/** A folder of notebooks and a place for what comes of them; holds nothing open. */
export interface NotebookPlace extends AsyncDisposable {
  /** Folder of the project's notebooks. */
  readonly folder: string;
  /** Folder of everything that is written. */
  readonly home: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * A place as the commands take it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const place = notebookPlace({ folder: "notebooks", home: "data/local", now: () => 0 });
 * assert.equal(place.folder, "notebooks");
 * ```
 */
export function notebookPlace(place: Omit<NotebookPlace, keyof AsyncDisposable>): NotebookPlace {
  return { ...place, [Symbol.asyncDispose]: () => Promise.resolve() };
}
