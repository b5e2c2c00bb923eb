/** Runs and logged models of MLflow's file store. */

import { dirname, join } from "node:path";
import { filesOf, foldersOf, readMeta, requireFolderName, textsOf } from "./file_store_folder.ts";
import { datasetMeta, inputMeta, modelMeta, outputMeta, runMeta } from "./file_store_meta.ts";
import { type SourceModel, type SourceRun, Unreadable } from "./run_source.ts";

/**
 * What the file store says of a run, without its metrics and files.
 *
 * @throws {TypeError} When something of it is missing or malformed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = `${await Deno.makeTempDir()}/7/r`;
 * await Deno.mkdir(path, { recursive: true });
 * const meta = "run_id: r\nexperiment_id: '7'\nstart_time: 5\nstatus: 3\n";
 * await Deno.writeTextFile(`${path}/meta.yaml`, meta);
 * assert.equal((await readRun(path)).status, "FINISHED");
 * ```
 */
export async function readRun(path: string): Promise<SourceRun> {
  const meta = await readMeta(path, runMeta);
  const id = meta.run_id ?? meta.run_uuid ?? "";
  requireFolderName(path, id);
  requireFolderName(dirname(path), meta.experiment_id);
  const tags = await textsOf(join(path, "tags"));
  return {
    id,
    experimentId: meta.experiment_id,
    name: tags["mlflow.runName"] ?? meta.run_name,
    userId: meta.user_id,
    status: meta.status,
    startTime: meta.start_time,
    endTime: meta.end_time ?? undefined,
    lifecycle: meta.lifecycle_stage,
    params: await textsOf(join(path, "params")),
    tags,
    metricKeys: await keysOf(join(path, "metrics")),
    ...await readInputs(path),
    modelOutputs: await Promise.all(
      (await foldersOf(join(path, "outputs"))).map(async (name) => {
        const { source_id, step } = await readMeta(join(path, "outputs", name), outputMeta);
        return { modelId: source_id, step };
      }),
    ),
  };
}

async function readInputs(path: string): Promise<Pick<SourceRun, "datasets" | "modelInputs">> {
  const datasets: SourceRun["datasets"][number][] = [];
  const modelInputs: string[] = [];
  for (const name of await foldersOf(join(path, "inputs"))) {
    const input = await readMeta(join(path, "inputs", name), inputMeta);
    if (input.source_type === "MODEL") {
      modelInputs.push(input.source_id);
      continue;
    }
    if (!/^\w+$/.test(input.source_id)) {
      throw new TypeError(`Cannot read an input: expected an id, got "${input.source_id}"`);
    }
    const meta = await readMeta(join(path, "..", "datasets", input.source_id), datasetMeta);
    datasets.push({
      name: meta.name,
      digest: meta.digest,
      sourceType: meta.source_type,
      source: meta.source,
      schema: meta.schema ?? undefined,
      profile: meta.profile ?? undefined,
      tags: input.tags,
    });
  }
  return { datasets, modelInputs };
}

/**
 * What the file store says of a logged model; undefined when it is deleted.
 *
 * @throws {TypeError} When something of it is missing or malformed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = `${await Deno.makeTempDir()}/7/models/m-1`;
 * await Deno.mkdir(path, { recursive: true });
 * const meta = "model_id: m-1\nexperiment_id: '7'\nname: load\nstatus: 2\n";
 * await Deno.writeTextFile(`${path}/meta.yaml`, meta);
 * assert.equal((await readModel(path))?.status, "READY");
 * ```
 */
export async function readModel(path: string): Promise<SourceModel | undefined> {
  const meta = await readMeta(path, modelMeta);
  if (meta.lifecycle_stage === "deleted") return undefined;
  requireFolderName(path, meta.model_id);
  requireFolderName(join(path, "..", ".."), meta.experiment_id);
  return {
    id: meta.model_id,
    experimentId: meta.experiment_id,
    name: meta.name,
    modelType: meta.model_type,
    runId: meta.source_run_id,
    status: meta.status,
    params: await textsOf(join(path, "params")),
    tags: await textsOf(join(path, "tags")),
  };
}

async function keysOf(folder: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const file of filesOf(folder)) {
    if (file instanceof Unreadable) throw file;
    keys.push(file.path);
  }
  return keys;
}
