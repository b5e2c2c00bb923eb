/** All that the tracking server keeps: one database file and one directory of artifacts. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type ArtifactFiles, openArtifactFiles } from "./artifact_files.ts";
import { type Database, openDatabase, type ReadableDatabase } from "./database.ts";

/** What a store is opened with. */
export interface StoreOptions {
  /** Directory that holds `mlflow.db` and `artifacts/`; it is made when it is missing. */
  readonly home: string;
  /** The clock, in epoch milliseconds. */
  readonly now: () => number;
  /**
   * Gives ids of 32 hexadecimal digits, each one new.
   * @default {random UUIDs}
   */
  readonly randomId?: () => string;
}

/** A store whose database is only read. */
export interface ReadableStore {
  readonly database: ReadableDatabase;
  readonly artifacts: ArtifactFiles;
}

/** An open store; dispose of it to close its file. */
export interface TrackingStore extends ReadableStore, Disposable {
  readonly database: Database;
  readonly now: () => number;
  readonly randomId: () => string;
}

/**
 * Opens the store of a directory; experiment "0", `Default`, is there from the start.
 *
 * @throws {RangeError} When the database was written by a newer release.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * using store = openTrackingStore({ home, now: () => 0 });
 * assert.deepEqual(store.database.first("SELECT name FROM experiments"), { name: "Default" });
 * ```
 */
export function openTrackingStore(options: StoreOptions): TrackingStore {
  const { home, now, randomId = randomHexId } = options;
  mkdirSync(home, { recursive: true });
  const database = openDatabase(join(home, "mlflow.db"));
  const time = now();
  database.run(
    `INSERT INTO experiments VALUES (0, 'Default', 'mlflow-artifacts:/0', 'active', ?, ?)
     ON CONFLICT DO NOTHING`,
    time,
    time,
  );
  return {
    database,
    artifacts: openArtifactFiles(join(home, "artifacts")),
    now,
    randomId,
    [Symbol.dispose]: () => database.close(),
  };
}

function randomHexId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
