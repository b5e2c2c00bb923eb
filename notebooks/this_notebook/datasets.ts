/** The database of the notebook, and the dataset that is open in it. */
import {
  type Dataset,
  type Features,
  type FileOptions,
  openDataset as openIn,
  openFeatures as openFeaturesIn,
} from "../session/mod.ts";
import { createSql, type Sql } from "../sql/mod.ts";
import type { Table } from "../tables/mod.ts";
import type { NotebookModel } from "../tracking/mod.ts";
import { steps } from "./progress.ts";
import { session } from "./surroundings.ts";

/** Runs SQL in the notebook's database; see {@linkcode Sql}. */
export const sql: Sql = createSql(async () => (await session.workplace()).db);

/**
 * Opens a dataset in the notebook's database: `synthetic-hostel`, a dataset of the lake, or a CSV or
 * Parquet file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession } from "./surroundings.ts";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * await assert.rejects(openDataset("nowhere.csv"));
 * await closeSession();
 * ```
 */
export async function openDataset(name?: string, options?: FileOptions): Promise<Dataset> {
  return await openIn(await session.workplace(), name, options);
}

/**
 * Makes the features of the open dataset the relation `features`, and tells what they mean; shows the
 * progress in the cell where they are not there yet.
 *
 * @param dataset The one that is open.
 * @param model Whose features; those of a new training unless given.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession } from "./surroundings.ts";
 * const home = await Deno.makeTempDir();
 * Deno.env.set("WATTBOOK_HOME", home);
 * const hours = Array.from({ length: 48 }, (_, i) => new Date(i * 3_600_000).toISOString());
 * const lines = hours.map((ts, i) => `r1,${ts},${i % 24}`);
 * await Deno.writeTextFile(`${home}/room.csv`, ["meter_id,ts,kwh", ...lines].join("\n"));
 * const { rows } = await openFeatures(await openDataset(`${home}/room.csv`));
 * assert.equal(rows, 48);
 * await closeSession();
 * ```
 */
export async function openFeatures(
  dataset: Dataset,
  model?: NotebookModel,
): Promise<Features> {
  return await openFeaturesIn(await session.workplace(), dataset, steps(), model);
}

/**
 * Stores readings that a query gave as a dataset of the lake, and opens it in place of the one that is
 * open, whose meters and weather it keeps.
 *
 * @param name Of the new dataset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { closeSession } from "./surroundings.ts";
 * const home = await Deno.makeTempDir();
 * Deno.env.set("WATTBOOK_HOME", home);
 * await Deno.writeTextFile(`${home}/a.csv`, "meter_id,ts,kwh\nr1,2024-01-01,1\nr1,2024-01-02,2\n");
 * const whole = await openDataset(`${home}/a.csv`);
 * const { readings } = await derive(whole, "part", await sql`FROM readings WHERE kwh > ${1}`);
 * assert.equal(readings, 1);
 * await closeSession();
 * ```
 */
export async function derive(
  dataset: Dataset,
  name: string,
  readings: Table<unknown>,
): Promise<Dataset> {
  const { derive } = await import("../modelling/mod.ts");
  return await derive(await session.workplace(), dataset, name, readings);
}
