/** Removing for good what was deleted, with its artifacts. */

import { artifactPlace } from "./artifacts/place.ts";
import type { Database } from "./database.ts";
import { deletedIn, keptBy, purge, type PurgedKind, type PurgeScope } from "./records/purge.ts";
import type { TrackingStore } from "./store.ts";
import { TrackingError } from "./tracking_error.ts";

/** What was removed, or would be, and what was not. */
export interface GarbageReport {
  readonly logged_models: readonly string[];
  readonly runs: readonly string[];
  readonly experiments: readonly string[];
  /** What is deleted but cannot go, and why. */
  readonly kept: readonly {
    readonly kind: PurgedKind;
    readonly id: string;
    readonly reason: string;
  }[];
  /** Addresses of artifacts that this server cannot remove, as they lie elsewhere. */
  readonly artifacts_left: readonly string[];
}

const names = {
  logged_model: "logged_models",
  run: "runs",
  experiment: "experiments",
} as const;

/**
 * Removes the deleted logged models, runs and experiments of a scope for good, in this order, each
 * in a transaction of its own; the name of an experiment is free again. Artifacts go after the
 * rows, and what a kill leaves of them goes the next time.
 *
 * @param options.dryRun Only tells what would go.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "./store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { runs, kept } = await collectGarbage(store, { before: 1 }, { dryRun: false });
 * assert.deepEqual([runs, kept], [[], []]);
 * ```
 */
export async function collectGarbage(
  store: TrackingStore,
  scope: PurgeScope,
  { dryRun }: { readonly dryRun: boolean },
): Promise<GarbageReport> {
  const { database } = store;
  const rows = dryRun
    ? tried(database, () => removeRows(database, scope, (work) => work()))
    : removeRows(database, scope, (work) => database.transaction(work));
  return { ...rows, artifacts_left: dryRun ? [] : await removeOrphans(store) };
}

function removeRows(
  database: Database,
  scope: PurgeScope,
  run: (work: () => void) => void,
): Omit<GarbageReport, "artifacts_left"> {
  const gone = { logged_models: [] as string[], runs: [] as string[], experiments: [] as string[] };
  const kept: GarbageReport["kept"][number][] = [];
  for (const kind of ["logged_model", "run", "experiment"] as const) {
    for (const row of deletedIn(database, kind, scope)) {
      run(() => {
        // Looked at again: since the list was read, it may have been restored or registered.
        const only = { kind, id: row.id };
        if (deletedIn(database, kind, { ...scope, only }).length === 0) return;
        const reason = keptBy(database, kind, row);
        if (reason !== undefined) return void kept.push({ kind, id: row.id, reason });
        purge(database, kind, row);
        gone[names[kind]].push(row.id);
      });
    }
  }
  return { ...gone, kept };
}

/** What work would do, undone. */
function tried<T>(database: Database, work: () => T): T {
  const undo = new Error("Undo");
  let result: { readonly value: T } | undefined;
  try {
    database.transaction(() => {
      result = { value: work() };
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return result!.value;
}

async function removeOrphans(store: TrackingStore): Promise<string[]> {
  const left: string[] = [];
  const orphans = store.database.all<{ uri: string }>("SELECT uri FROM orphaned_artifacts");
  for (const { uri } of orphans) {
    try {
      const { files, path } = artifactPlace(store, uri, "");
      await files.remove(path);
    } catch (error) {
      if (!(error instanceof TrackingError)) throw error;
      left.push(uri);
    }
    store.database.run("DELETE FROM orphaned_artifacts WHERE uri = ?", uri);
  }
  return left;
}
