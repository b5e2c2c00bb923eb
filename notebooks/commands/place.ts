/** What the commands of `notebooks/main.ts` work with. */
import type { Config, UserFolders } from "../../pipelines/mod.ts";
import type { Tracking } from "../../pipelines/tracking.ts";

/** Where notebooks lie and where what comes of them goes. */
export interface PlaceFacts {
  /** Folder of the project's notebooks. */
  readonly folder: string;
  /** Folder of everything that is written. */
  readonly home: string;
  /** The tracking server that runs are logged to. @default {the embedded one} */
  readonly tracking?: Config["tracking"];
  /** Git commit of the project, where known. */
  readonly commit?: string;
  /** Where the person's files are. @default {{}} */
  readonly userFolders?: UserFolders;
  /** Whether results may be coloured. @default {false} */
  readonly colour?: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A folder of notebooks and a place for what comes of them; holds nothing open. */
export interface NotebookPlace extends PlaceFacts, AsyncDisposable {
  /** Opens the tracking server; dispose of it in the end. */
  openTracking(): Promise<Tracking>;
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
export function notebookPlace(facts: PlaceFacts): NotebookPlace {
  return {
    ...facts,
    async openTracking() {
      // It takes longer to load than most commands to run.
      const { openTracking } = await import("../../pipelines/tracking.ts");
      return openTracking(facts, facts.now);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
