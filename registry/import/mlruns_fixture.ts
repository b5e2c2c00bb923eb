/** What the tests of importing share: a folder as MLflow's file store writes it. */

import { dirname, join } from "node:path";
import type { RegistryClient } from "../client/client.ts";
import { openFileStore } from "./file_store.ts";
import { type ImportOutcome, importRuns } from "./import_runs.ts";

/** Ids of what is in the folder. */
export const mlrunsIds = {
  parent: "a".repeat(32),
  child: "b".repeat(32),
  model: `m-${"c".repeat(32)}`,
  trashed: "d".repeat(32),
} as const;

const { parent, child, model, trashed } = mlrunsIds;

function runMeta(id: string, experiment: string, stage: string, more: string): string {
  return `artifact_uri: file:///gone/mlruns/${experiment}/${id}/artifacts
entry_point_name: ''
experiment_id: '${experiment}'
lifecycle_stage: ${stage}
run_id: ${id}
source_name: ''
source_type: 4
tags: []
${more}`;
}

const files: Readonly<Record<string, string>> = {
  "0/meta.yaml": "experiment_id: '0'\nlifecycle_stage: active\nname: Default\n",
  "7/meta.yaml": "experiment_id: '7'\nlifecycle_stage: active\nname: 'energy: winter'\n",
  "7/tags/owner": "ann",
  "7/datasets/d1d1/meta.yaml":
    'digest: d1\nname: meters\nprofile: null\nschema: \'{"columns":\n  ["kwh"]}\'\nsource: \'{"uri": "/m.csv"}\'\nsource_type: local\n',
  [`7/${parent}/meta.yaml`]: runMeta(
    parent,
    "7",
    "active",
    "end_time: 900\nrun_name: parent\nstart_time: 100\nstatus: 3\nuser_id: ann\n",
  ),
  [`7/${parent}/metrics/loss`]: "110 1.0 0\n111 nan 1\n112 inf 2\n113 -inf 3\n114 1e-05 -4\n",
  [`7/${parent}/metrics/test/auc`]: "120 0.5 7\n",
  [`7/${parent}/params/depth`]: "8",
  [`7/${parent}/params/tree/rule`]: "a = b\n",
  [`7/${parent}/params/empty`]: "",
  [`7/${parent}/tags/mlflow.runName`]: "parent",
  [`7/${parent}/tags/note`]: "two\nlines: ü",
  [`7/${parent}/inputs/i1/meta.yaml`]:
    `destination_id: ${parent}\ndestination_type: RUN\nsource_id: d1d1\nsource_type: DATASET\ntags:\n  mlflow.data.context: training\n`,
  [`7/${parent}/artifacts/plots/load.svg`]: "<svg/>",
  [`7/${parent}/artifacts/empty.bin`]: "",
  [`7/${child}/meta.yaml`]: runMeta(
    child,
    "7",
    "deleted",
    "deleted_time: 950\nend_time: null\nrun_name: child\nstart_time: 200\nstatus: 1\nuser_id: bob\n",
  ),
  [`7/${child}/tags/mlflow.runName`]: "child",
  [`7/${child}/tags/mlflow.parentRunId`]: parent,
  [`7/${child}/metrics/auc`]: "210 0.9 1 meters d1\n",
  [`7/${child}/inputs/i2/meta.yaml`]:
    `destination_id: ${model}\ndestination_type: RUN\nsource_id: ${model}\nsource_type: MODEL\ntags: {}\n`,
  [`7/${child}/outputs/${model}/meta.yaml`]:
    `destination_id: ${model}\ndestination_type: MODEL_OUTPUT\nsource_id: ${model}\nsource_type: RUN_OUTPUT\nstep: 4\ntags: {}\n`,
  [`7/models/${model}/meta.yaml`]:
    `artifact_location: file:///gone/mlruns/7/models/${model}/artifacts\ncreation_timestamp: 300\nexperiment_id: '7'\nlast_updated_timestamp: 301\nmodel_id: ${model}\nmodel_type: null\nname: forest\nsource_run_id: ${child}\nstatus: 2\nstatus_message: null\n`,
  [`7/models/${model}/params/trees`]: "100",
  [`7/models/${model}/tags/stage`]: "trial",
  [`7/models/${model}/tags/mlflow.modelVersions`]: '[{"name": "load", "version": 1}]',
  [`7/models/${model}/metrics/auc`]: `210 0.9 1 ${child} meters d1\n`,
  [`7/models/${model}/artifacts/MLmodel`]:
    `artifact_path: models/${model}\nmodel_id: ${model}\nrun_id: ${child}\n`,
  [`7/models/m-${"e".repeat(32)}/meta.yaml`]:
    `creation_timestamp: 300\nexperiment_id: '7'\nlifecycle_stage: deleted\nmodel_id: m-${
      "e".repeat(32)
    }\nname: old\nstatus: 1\n`,
  ".trash/8/meta.yaml": "experiment_id: '8'\nlifecycle_stage: deleted\nname: gone\n",
  [`.trash/8/${trashed}/meta.yaml`]: runMeta(
    trashed,
    "8",
    "deleted",
    "end_time: 60\nrun_name: trashed\nstart_time: 50\nstatus: 4\nuser_id: ann\n",
  ),
  [`.trash/8/${trashed}/tags/mlflow.runName`]: "trashed",
  "models/load/meta.yaml": "aliases:\n  champion: '3'\ndescription: Of hostels\nname: load\n",
  "models/load/tags/team": "energy",
  "models/load/aliases/champion": "3",
  "models/load/version-1/meta.yaml":
    `creation_timestamp: 400\ncurrent_stage: None\ndescription: null\nmodel_id: ${model}\nname: load\nrun_id: ${child}\nsource: models:/${model}\nstatus: READY\nstorage_location: file:///gone/mlruns/7/models/${model}/artifacts\nversion: 1\n`,
  "models/load/version-2/meta.yaml":
    "creation_timestamp: 401\ncurrent_stage: Deleted_Internal\nname: load\nsource: ''\nversion: 2\n",
  "models/load/version-3/meta.yaml":
    `creation_timestamp: 402\ncurrent_stage: None\ndescription: Third\nmodel_id: null\nname: load\nrun_id: null\nsource: file:///gone/mlruns/7/${parent}/artifacts/plots\nstatus: READY\nstorage_location: file:///gone/mlruns/7/${parent}/artifacts/plots\nversion: 3\n`,
  "models/load/version-3/tags/seen": "yes",
};

/**
 * Runs a test with a folder of two experiments and a deleted one, with nested runs, data sets, a
 * logged model and a registered model, that was moved from where it was written.
 *
 * @param more Further files, or others, by path.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withMlruns(async (root) => {
 *   assert.equal(await Deno.readTextFile(`${root}/7/tags/owner`), "ann");
 * });
 * ```
 */
export async function withMlruns(
  use: (root: string) => Promise<void>,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const home = await Deno.makeTempDir();
  const root = join(home, "mlruns");
  try {
    for (const [path, text] of Object.entries({ ...files, ...more })) {
      await Deno.mkdir(join(root, dirname(path)), { recursive: true });
      await Deno.writeTextFile(join(root, path), text);
    }
    await use(root);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/**
 * Imports a folder, and compares files by their bytes.
 *
 * @param experiment Name of the only one to import.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withClient } from "../client/client_fixture.ts";
 * await withClient((client) =>
 *   withMlruns(async (root) => {
 *     assert.equal((await importMlruns(root, client)).runs.imported, 3);
 *   })
 * );
 * ```
 */
export async function importMlruns(
  root: string,
  client: RegistryClient,
  experiment?: string,
): Promise<ImportOutcome> {
  return await importRuns(await openFileStore(root), client, {
    experiment,
    verify: "bytes",
    signal: new AbortController().signal,
    report() {},
  });
}
