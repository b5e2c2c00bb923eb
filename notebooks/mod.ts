/**
 * What a notebook imports: `import { openDataset, sql } from "wattbook"`. The environment and the
 * clock are bound here; what loads native libraries is loaded by the first cell that needs it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { close, sql } from "./mod.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * const hours = await sql<{ hour: number }>`SELECT i AS hour FROM range(${3}) r(i) ORDER BY i`;
 * assert.deepEqual([...hours].map(({ hour }) => hour), [0, 1, 2]);
 * await close();
 * ```
 *
 * @module
 */
import { join } from "node:path";
import { type Context, readConfig } from "../pipelines/mod.ts";
import {
  type Dataset,
  type FileOptions,
  openDataset as openIn,
  openSession,
} from "./session/mod.ts";
import { createSql, type Sql } from "./sql/mod.ts";

export { type KeyFigures, keyFigures } from "./key_figures.ts";
export { SqlError, type SqlInput } from "./sql/mod.ts";
export { type Table, table, type TableColumn, type Value } from "./tables/mod.ts";
export type { Dataset, FileOptions } from "./session/mod.ts";

/** A notebook runs in its own folder; settings are those of the project's. */
const PROJECT = join(import.meta.dirname ?? ".", "..");
const session = openSession(() => readConfig(PROJECT), Date.now);

/** Runs SQL in the notebook's database; see {@linkcode Sql}. */
export const sql: Sql = createSql(async () => (await session.context()).db);

/**
 * The surroundings that pipelines take: settings, the notebook's database, registry and clock.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * const { db } = await context();
 * assert.deepEqual(await db.rows("SELECT 1 AS one"), [{ one: 1 }]);
 * await close();
 * ```
 */
export function context(): Promise<Context> {
  return session.context();
}

/**
 * Opens a dataset in the notebook's database: `synthetic-hostel`, a dataset of the lake, or a CSV or
 * Parquet file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * await assert.rejects(openDataset("nowhere.csv"));
 * await close();
 * ```
 */
export async function openDataset(name?: string, options?: FileOptions): Promise<Dataset> {
  return await openIn(await context(), name, options);
}

/**
 * Closes the notebook's database and registry; the next cell that needs them opens new ones.
 *
 * @example
 * ```ts
 * await close();
 * await close();
 * ```
 */
export function close(): Promise<void> {
  return session.close();
}
