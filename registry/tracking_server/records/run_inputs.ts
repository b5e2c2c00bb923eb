/** What a run read and produced, as the database keeps it and the wire shows it. */

import type { Database, ReadableDatabase } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { orAbsent, type Pair } from "./pairs.ts";
import type { RunRecord } from "./runs.ts";

/** A data set in MLflow's JSON. */
export interface DatasetRecord {
  readonly name: string;
  readonly digest: string;
  readonly source_type: string;
  readonly source: string;
  readonly schema?: string;
  readonly profile?: string;
}

/** A data set that a run read, in MLflow's JSON. */
export interface DatasetInputRecord {
  readonly tags?: readonly Pair[];
  readonly dataset: DatasetRecord;
}

interface DatasetRow extends Omit<DatasetRecord, "schema" | "profile"> {
  readonly dataset_id: number;
  readonly schema: string | null;
  readonly profile: string | null;
}

/**
 * Records that a run read a data set. A data set is known by its name and digest within its
 * experiment, and is kept once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * store.database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 0, NULL, '', 'active')`);
 * const dataset = { name: "meters", digest: "d1", source_type: "local", source: "{}" };
 * writeRunInput(store.database, { run_id: "r", experiment_id: "0" }, { dataset });
 * assert.deepEqual(readRunInputs(store.database, "r").dataset_inputs?.[0].dataset, dataset);
 * ```
 */
export function writeRunInput(
  database: Database,
  run: { readonly run_id: string; readonly experiment_id: string },
  { dataset, tags = [] }: DatasetInputRecord,
): void {
  const experiment = Number(run.experiment_id);
  const { name, digest, source_type, source, schema, profile } = dataset;
  database.run(
    `INSERT INTO datasets (experiment_id, name, digest, source_type, source, schema, profile)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ...[experiment, name, digest, source_type, source, schema, profile],
  );
  const same = "experiment_id = ? AND name = ? AND digest = ?";
  const { changes } = database.run(
    `INSERT INTO dataset_inputs SELECT ?, dataset_id FROM datasets WHERE ${same}
     ON CONFLICT DO NOTHING`,
    ...[run.run_id, experiment, name, digest],
  );
  // The tags of an input are those it came with.
  if (changes === 0) return;
  for (const { key, value } of tags) {
    database.run(
      `INSERT INTO dataset_input_tags SELECT ?, dataset_id, ?, ? FROM datasets WHERE ${same}
       ON CONFLICT DO UPDATE SET value = excluded.value`,
      ...[run.run_id, key, value, experiment, name, digest],
    );
  }
}

/**
 * Records that a run produced a logged model. The same again changes nothing, so a retry is safe.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it was produced at another step.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => {
 *   writeRunOutput(database, "r", "m-1", 3);
 *   assert.throws(() => writeRunOutput(database, "r", "m-1", 4), {
 *     message: "Cannot log the output m-1: expected its step 3, got 4",
 *   });
 * });
 * ```
 */
export function writeRunOutput(
  database: Database,
  runId: string,
  modelId: string,
  step: number | bigint,
): void {
  database.run(
    "INSERT INTO run_model_outputs VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    ...[runId, modelId, step],
  );
  const kept = database.first<{ step: number | bigint }>(
    "SELECT step FROM run_model_outputs WHERE run_id = ? AND model_id = ?",
    ...[runId, modelId],
  )?.step;
  if (kept === step) return;
  throw new TrackingError(
    "INVALID_PARAMETER_VALUE",
    `Cannot log the output ${modelId}: expected its step ${kept}, got ${step}`,
  );
}

/**
 * The data sets and logged models that a run read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(readRunInputs(store.database, "none").dataset_inputs, undefined);
 * ```
 */
export function readRunInputs(database: ReadableDatabase, runId: string): RunRecord["inputs"] {
  const datasets = database.all<DatasetRow>(
    `SELECT dataset_id, name, digest, source_type, source, schema, profile
     FROM dataset_inputs JOIN datasets USING (dataset_id)
     WHERE run_id = ? ORDER BY dataset_id`,
    runId,
  ).map(({ dataset_id, schema, profile, ...dataset }) => ({
    tags: orAbsent(database.all<Pair>(
      `SELECT key, value FROM dataset_input_tags WHERE run_id = ? AND dataset_id = ? ORDER BY key`,
      runId,
      dataset_id,
    )),
    dataset: {
      ...dataset,
      ...(schema ? { schema } : {}),
      ...(profile ? { profile } : {}),
    },
  }));
  const models = database.all<{ model_id: string }>(
    "SELECT model_id FROM run_model_inputs WHERE run_id = ? ORDER BY model_id",
    runId,
  );
  return { dataset_inputs: orAbsent(datasets), model_inputs: orAbsent(models) };
}

/**
 * The logged models that a run produced.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(readRunOutputs(store.database, "none").model_outputs, undefined);
 * ```
 */
export function readRunOutputs(database: ReadableDatabase, runId: string): RunRecord["outputs"] {
  return {
    model_outputs: orAbsent(database.all<{ model_id: string; step: number | bigint }>(
      "SELECT model_id, step FROM run_model_outputs WHERE run_id = ? ORDER BY model_id",
      runId,
    )),
  };
}
