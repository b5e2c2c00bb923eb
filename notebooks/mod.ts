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
import { type Context, type Progress, readConfig } from "../pipelines/mod.ts";
import {
  kernelBroadcast,
  type ProgressBar,
  progressBar,
  type ProgressPlace,
  stepList,
  track as trackIn,
} from "./progress/mod.ts";
import {
  type Dataset,
  type FileOptions,
  openDataset as openIn,
  openSession,
} from "./session/mod.ts";
import { createSql, type Sql } from "./sql/mod.ts";

export { type KeyFigures, keyFigures } from "./key_figures.ts";
export {
  calendarHeatmap,
  changeChart,
  type Chart,
  type ChartOptions,
  chunkChart,
  dailyProfile,
  detectorChart,
  driftChart,
  effectChart,
  type EventSpan,
  importanceChart,
  loadChart,
  palette,
  Plot,
  plot,
  type PlotSpec,
  precisionRecallChart,
  profileGrid,
  runChart,
  scoreChart,
  scoreShareChart,
  winChart,
} from "./plots/mod.ts";
export type { ProgressBar } from "./progress/mod.ts";
export type { Dataset, FileOptions } from "./session/mod.ts";
export { SqlError, type SqlInput } from "./sql/mod.ts";
export { type Table, table, type TableColumn, type Value } from "./tables/mod.ts";

/** A notebook runs in its own folder; settings are those of the project's. */
const PROJECT = join(import.meta.dirname ?? ".", "..");
const session = openSession(() => readConfig(PROJECT), Date.now);
const place: ProgressPlace = {
  broadcast: kernelBroadcast(),
  newId: () => crypto.randomUUID(),
  now: Date.now,
};

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

/**
 * Shows a bar in the cell that counts to `total`.
 *
 * @example
 * ```ts
 * const bar = progress("meters", 2);
 * for (const _meter of ["room-1", "room-2"]) bar.add();
 * await bar.done();
 * ```
 */
export function progress(label: string, total: number): ProgressBar {
  return progressBar(place, label, total);
}

/**
 * Gives items one after the other and shows in the cell how many are done.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const seen: string[] = [];
 * for await (const room of track("rooms", ["a", "b"])) seen.push(room);
 * assert.deepEqual(seen, ["a", "b"]);
 * ```
 */
export function track<Item>(label: string, items: Iterable<Item>): AsyncGenerator<Item> {
  return trackIn(place, label, items);
}

/**
 * What a pipeline takes to show its steps: one list in the cell.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await steps().step("count", () => 3), 3);
 * ```
 */
export function steps(): Progress {
  return stepList(place);
}
