/** What every pipeline works with: settings, a database, a registry and a clock. */
import { join } from "node:path";
import { type Database, openDatabase } from "../data/duckdb/mod.ts";
import type { Config } from "./config.ts";
import { openScratch } from "./scratch.ts";
import { openTracking, type Tracking } from "./tracking.ts";

/** The surroundings of a pipeline. */
export interface Context extends Omit<Tracking, keyof Disposable>, AsyncDisposable {
  readonly config: Config;
  /** Folder for this process's own files on the disk of the home; it goes when the process does. */
  readonly scratch: string;
  /** DuckDB in memory, empty at first. */
  readonly db: Database;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Opens the surroundings; dispose of them in the end. Several processes may use one home at once.
 *
 * @param now Milliseconds since the epoch.
 * @throws {RangeError} When the tracking database was written by a newer release.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getExperimentByName } from "../registry/mod.ts";
 * const home = await Deno.makeTempDir();
 * {
 *   await using context = await openContext({ home }, () => 0);
 *   assert.deepEqual(await context.db.rows("SELECT 1 + 1 AS two"), [{ two: 2 }]);
 *   assert.equal((await getExperimentByName(context.registry, "Default")).experimentId, "0");
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function openContext(config: Config, now: () => number): Promise<Context> {
  await using opened = new AsyncDisposableStack();
  const { directory: scratch } = opened.use(await openScratch(join(config.home, "scratch")));
  const db = opened.use(await openDatabase({ tempDirectory: scratch }));
  const { registry, trackingPlace } = opened.use(openTracking(config, now));
  const surroundings = opened.move();
  return {
    config,
    scratch,
    db,
    registry,
    trackingPlace,
    now,
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}
