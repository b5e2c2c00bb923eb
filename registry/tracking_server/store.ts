/** All that the tracking server keeps: one database file and one directory of artifacts. */

import { mkdirSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { type ArtifactFiles, openArtifactFiles } from "./artifacts/files.ts";
import { type Database, openDatabase, type ReadableDatabase } from "./database.ts";
import { absoluteLocation, localPath, locationBelow } from "./artifacts/local_uri.ts";

/** What a store is opened with. */
export interface StoreOptions {
  /** Directory that holds `mlflow.db` and `artifacts/`; it is made when it is missing. */
  readonly home: string;
  /**
   * The database file, elsewhere than in `home`.
   * @default {`${home}/mlflow.db`}
   */
  readonly databaseFile?: string;
  /**
   * Directory of the artifacts that clients send through the server.
   * @default {`${home}/artifacts`}
   */
  readonly artifactsDirectory?: string;
  /**
   * Where the artifacts of new experiments go: a URI, or a path, which clients then write to
   * themselves. A relative path is taken from the working directory.
   * @default {"mlflow-artifacts:/"}
   */
  readonly artifactRoot?: string;
  /**
   * What the source of a new model version must match.
   * @default {any source}
   */
  readonly sourcePattern?: RegExp;
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
  /** What clients send through the server. */
  readonly artifacts: ArtifactFiles;
  /** Where the artifacts of new experiments go. */
  readonly artifactRoot: string;
  /** The files below `artifactRoot` when that is a directory. */
  readonly localArtifacts?: { readonly directory: string; readonly files: ArtifactFiles };
}

/** An open store; dispose of it to close its file. */
export interface TrackingStore extends ReadableStore, Disposable {
  readonly database: Database;
  readonly now: () => number;
  readonly randomId: () => string;
  /** What the source of a new model version must match. */
  readonly sourcePattern?: RegExp;
}

/**
 * Opens the store of a directory; experiment "0", `Default`, is there from the start.
 *
 * @throws {RangeError} When the database was written by a newer release, or would lie among the
 * artifacts.
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
  const { home, now, randomId = randomHexId, sourcePattern } = options;
  const { databaseFile = join(home, "mlflow.db") } = options;
  const { artifactsDirectory = join(home, "artifacts") } = options;
  const artifactRoot = absoluteLocation(options.artifactRoot ?? "mlflow-artifacts:/");
  const directory = localPath(artifactRoot);
  requireApart(databaseFile, artifactsDirectory);
  mkdirSync(dirname(databaseFile), { recursive: true });
  const database = openDatabase(databaseFile);
  const time = now();
  database.run(
    `INSERT INTO experiments VALUES (0, 'Default', ?, 'active', ?, ?) ON CONFLICT DO NOTHING`,
    ...[locationBelow(artifactRoot, "0"), time, time],
  );
  return {
    database,
    artifacts: openArtifactFiles(artifactsDirectory),
    artifactRoot,
    ...(directory === undefined
      ? {}
      : { localArtifacts: { directory, files: openArtifactFiles(directory) } }),
    now,
    randomId,
    sourcePattern,
    [Symbol.dispose]: () => database.close(),
  };
}

/** Whoever may write artifacts could replace a database among them. */
function requireApart(databaseFile: string, artifactsDirectory: string): void {
  const way = relative(artifactsDirectory, databaseFile);
  if (way.split("/")[0] === ".." || isAbsolute(way)) return;
  throw new RangeError(
    `Cannot open a store: expected the database outside of the artifacts in "${artifactsDirectory}", got "${databaseFile}"`,
  );
}

function randomHexId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
