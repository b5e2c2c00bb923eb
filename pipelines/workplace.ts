/** Where a pipeline works: settings, a database and a folder of its own. */
import { join } from "node:path";
import { type Database, openDatabase } from "../data/duckdb/mod.ts";
import type { Config } from "./config.ts";
import { openScratch } from "./scratch.ts";

/** The surroundings of work that needs no registry. */
export interface Workplace extends AsyncDisposable {
  readonly config: Config;
  /** Folder for this process's own files on the disk of the home; it goes when the process does. */
  readonly scratch: string;
  /** DuckDB in memory, empty at first. */
  readonly db: Database;
}

/**
 * Opens the surroundings; dispose of them in the end. Several processes may use one home at once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * {
 *   await using workplace = await openWorkplace({ home });
 *   assert.deepEqual(await workplace.db.rows("SELECT 1 + 1 AS two"), [{ two: 2 }]);
 * }
 * await Deno.remove(home, { recursive: true });
 * ```
 */
export async function openWorkplace(config: Config): Promise<Workplace> {
  await using opened = new AsyncDisposableStack();
  const { directory: scratch } = opened.use(await openScratch(join(config.home, "scratch")));
  const db = opened.use(await openDatabase({ tempDirectory: scratch }));
  const surroundings = opened.move();
  return { config, scratch, db, [Symbol.asyncDispose]: () => surroundings.disposeAsync() };
}
