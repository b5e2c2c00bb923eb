/**
 * The surroundings of the notebook that runs: its environment, clock and display, bound to what
 * takes them as arguments.
 */
import { join } from "node:path";
import { type Context, type Progress, readConfig } from "../pipelines/mod.ts";
import { keepOutputsInOrder, kernelInternals } from "./jupyter/ordered_outputs.ts";
import type { LabelledHours, LabelledOptions, Trained, TrainOptions } from "./modelling/mod.ts";
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
  type Features,
  type FileOptions,
  openDataset as openIn,
  openFeatures as openFeaturesIn,
  openSession,
} from "./session/mod.ts";
import { createSql, type Sql } from "./sql/mod.ts";
import type { Table } from "./tables/mod.ts";
import type { CompareOptions, NotebookModel, RunComparison, RunsOptions } from "./tracking/mod.ts";

keepOutputsInOrder(kernelInternals());

/** A notebook runs in its own folder; settings are those of the project's. */
const PROJECT = join(import.meta.dirname ?? ".", "..");
const session = openSession(() => readConfig(PROJECT), Date.now);
const place: ProgressPlace = {
  broadcast: kernelBroadcast(),
  newId: () => crypto.randomUUID(),
  now: Date.now,
};

/** Runs SQL in the notebook's database; see {@linkcode Sql}. */
export const sql: Sql = createSql(async () => (await session.workplace()).db);

/**
 * The surroundings that pipelines take: settings, the notebook's database, registry and clock.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * const { db } = await context();
 * assert.deepEqual(await db.rows("SELECT 1 AS one"), [{ one: 1 }]);
 * await closeSession();
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
  const { derive } = await import("./modelling/mod.ts");
  return await derive(await session.workplace(), dataset, name, readings);
}

/**
 * Injects faults into a dataset of the lake, to judge detectors by; see {@linkcode LabelledHours}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * Deno.env.set("WATTBOOK_HOME", home);
 * await Deno.writeTextFile(`${home}/c.csv`, "meter_id,ts,kwh\nr1,2024-01-01,1\nr1,2024-01-02,2\n");
 * const dataset = await openDataset(`${home}/c.csv`);
 * await assert.rejects(labelledHours(dataset, { detectors: [] }), /Cannot judge detectors/);
 * await closeSession();
 * ```
 */
export async function labelledHours(
  dataset: Dataset,
  options: LabelledOptions,
): Promise<LabelledHours> {
  const { labelledHours } = await import("./modelling/mod.ts");
  return await labelledHours(await context(), dataset, options, steps);
}

/**
 * Trains, evaluates and registers a model of a dataset of the lake, as `deno task train` does.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await Deno.makeTempDir();
 * Deno.env.set("WATTBOOK_HOME", home);
 * await Deno.writeTextFile(`${home}/d.csv`, "meter_id,ts,kwh\nr1,2024-01-01,1\nr1,2024-01-02,2\n");
 * const file = await openDataset(`${home}/d.csv`);
 * await assert.rejects(train(file), /has no such dataset/);
 * await closeSession();
 * ```
 */
export async function train(dataset: Dataset, options: TrainOptions = {}): Promise<Trained> {
  const { trainModel } = await import("./modelling/mod.ts");
  return await trainModel(await context(), dataset, options, steps());
}

/**
 * Runs of the tracking server as a table: what they are, then `params.…` and `metrics.…`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * assert.equal((await runs({ limit: 10 })).rows, 0);
 * await closeSession();
 * ```
 */
export async function runs(options?: RunsOptions): Promise<Table> {
  const { listRuns } = await import("./tracking/mod.ts");
  return await listRuns((await context()).registry, options);
}

/**
 * What differs between runs: settings, a chart, metrics.
 *
 * @param compared Two or more ids of runs, or a table as `runs()` gives it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * await assert.rejects(compare([]), /Cannot compare runs as there must be two or more/);
 * await closeSession();
 * ```
 */
export async function compare(
  compared: readonly string[] | Table<unknown>,
  options?: CompareOptions,
): Promise<RunComparison> {
  const { compareRuns } = await import("./tracking/mod.ts");
  return await compareRuns((await context()).registry, compared, options);
}

/**
 * Loads a registered model, such as `models:/energy-anomaly@champion`.
 *
 * @throws {MlflowError} When the registry knows no such model, version or alias.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * Deno.env.set("WATTBOOK_HOME", await Deno.makeTempDir());
 * await assert.rejects(load("models:/energy-anomaly@champion"), { name: "MlflowError" });
 * await closeSession();
 * ```
 */
export async function load(uri: string): Promise<NotebookModel> {
  const { registry } = await context();
  const { loadModel } = await import("../pipelines/realtime/mod.ts");
  const { notebookModel } = await import("./tracking/mod.ts");
  return notebookModel(await loadModel(registry, uri));
}

/**
 * Closes the notebook's database and registry; the next cell that needs them opens new ones. It is not
 * named `close`: in a kernel where the cell of imports has not run, that is Deno's own, which ends
 * the kernel.
 *
 * @example
 * ```ts
 * await closeSession();
 * await closeSession();
 * ```
 */
export function closeSession(): Promise<void> {
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
