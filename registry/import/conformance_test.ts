import assert from "node:assert/strict";
import {
  createExperiment,
  createLoggedModel,
  createModelVersion,
  createRegisteredModel,
  createRun,
  deleteExperiment,
  deleteModelVersion,
  deleteRun,
  finalizeLoggedModel,
  logBatch,
  logInputs,
  logModelInputs,
  logOutputs,
  type RegistryClient,
  setModelAlias,
  setModelVersionTag,
  updateRun,
  uploadArtifact,
} from "../client/mod.ts";
import { withClient } from "../client/client_fixture.ts";
import { openFileStore } from "./file_store.ts";
import { withMlruns } from "./mlruns_fixture.ts";
import { withNewIds } from "./new_ids.ts";
import { type RunSource, Unreadable } from "./run_source.ts";
import { openServer } from "./server.ts";

const expected = {
  experiments: [
    { name: "Default", lifecycle: "active", tags: {} },
    { name: "energy: winter", lifecycle: "active", tags: { owner: "ann" } },
    { name: "gone", lifecycle: "deleted", tags: {} },
  ],
  runs: [
    {
      name: "parent",
      experiment: "energy: winter",
      userId: "ann",
      status: "FINISHED",
      startTime: 100,
      endTime: 900,
      lifecycle: "active",
      params: { depth: "8", empty: "", "tree/rule": "a = b\n" },
      tags: { "mlflow.runName": "parent", note: "two\nlines: ü" },
      metrics: {
        loss: [[110, 1, 0], [111, NaN, 1], [112, Infinity, 2], [113, -Infinity, 3], [
          114,
          1e-5,
          -4,
        ]],
        "test/auc": [[120, 0.5, 7]],
      },
      datasets: [{
        name: "meters",
        digest: "d1",
        sourceType: "local",
        source: '{"uri": "/m.csv"}',
        schema: '{"columns": ["kwh"]}',
        tags: { "mlflow.data.context": "training" },
      }],
      modelInputs: [],
      modelOutputs: [],
      files: { "empty.bin": "", "plots/load.svg": "<svg/>" },
    },
    {
      name: "child",
      experiment: "energy: winter",
      userId: "bob",
      status: "RUNNING",
      startTime: 200,
      lifecycle: "deleted",
      params: {},
      tags: { "mlflow.runName": "child", "mlflow.parentRunId": "parent" },
      metrics: { auc: [[210, 0.9, 1]] },
      datasets: [],
      modelInputs: ["forest"],
      modelOutputs: [{ modelId: "forest", step: 4 }],
      files: {},
    },
    {
      name: "trashed",
      experiment: "gone",
      userId: "ann",
      status: "FAILED",
      startTime: 50,
      endTime: 60,
      lifecycle: "deleted",
      params: {},
      tags: { "mlflow.runName": "trashed" },
      metrics: {},
      datasets: [],
      modelInputs: [],
      modelOutputs: [],
      files: {},
    },
  ],
  models: [{
    name: "forest",
    experiment: "energy: winter",
    modelType: "",
    runId: "child",
    status: "READY",
    params: { trees: "100" },
    tags: { stage: "trial", "mlflow.modelVersions": '[{"name": "load", "version": 1}]' },
    metrics: [{
      key: "auc",
      value: 0.9,
      timestamp: 210,
      step: 1,
      runId: "child",
      dataset: { name: "meters", digest: "d1" },
    }],
    files: { MLmodel: "artifact_path: models/forest\nmodel_id: forest\nrun_id: child\n" },
  }],
  registeredModels: [{
    name: "load",
    description: "Of hostels",
    tags: { team: "energy" },
    aliases: { champion: 3 },
    versions: [
      {
        version: 1,
        description: "",
        source: "models:/forest",
        storage: "forest/artifacts",
        runId: "child",
        modelId: "forest",
        stage: "None",
        tags: {},
      },
      {
        version: 3,
        description: "Third",
        source: "parent/artifacts/plots",
        storage: "parent/artifacts/plots",
        runId: "",
        modelId: "",
        stage: "None",
        tags: { seen: "yes" },
      },
    ],
  }],
};

const opened: Readonly<
  Record<string, (use: (source: RunSource) => Promise<void>) => Promise<void>>
> = {
  "a folder of the file store": (use) => withMlruns(async (root) => use(await openFileStore(root))),
  "a tracking server": (use) =>
    withClient(async (client) => {
      await fill(client);
      await use(openServer(client));
    }),
};

for (const [kind, withSource] of Object.entries(opened)) {
  Deno.test(`${kind} hands over all that it holds`, () =>
    withSource(async (source) => assert.deepEqual(await contentsOf(source), expected)));
}

/** All that a source lists, with names in the place of ids, which each source has of its own. */
async function contentsOf(source: RunSource) {
  const names = new Map<string, string>();
  const named = (text: string) => withNewIds(text, (id) => names.get(id));
  const experiments = await Array.fromAsync(source.experiments(), readable);
  const runs = [], models = [];
  for (const experiment of experiments) {
    for (const run of await Array.fromAsync(source.runs(experiment), readable)) {
      names.set(run.id, run.name);
      const metrics: [string, unknown][] = [];
      for (const key of run.metricKeys) {
        const history = await Array.fromAsync(source.metricHistory(run, key));
        metrics.push([key, history.map(({ timestamp, value, step }) => [timestamp, value, step])]);
      }
      const { id: _id, experimentId, metricKeys: _keys, ...rest } = run;
      assert.equal(experimentId, experiment.id);
      runs.push({
        ...rest,
        experiment: experiment.name,
        metrics: Object.fromEntries(metrics),
        files: await textsOf(source.runFiles(run)),
      });
    }
    for (const model of await Array.fromAsync(source.loggedModels(experiment), readable)) {
      names.set(model.id, model.name);
      const { id: _id, experimentId, ...rest } = model;
      assert.equal(experimentId, experiment.id);
      models.push({
        ...rest,
        experiment: experiment.name,
        metrics: await Array.fromAsync(source.modelMetrics(model)),
        files: await textsOf(source.modelFiles(model)),
      });
    }
  }
  const registeredModels = await Array.fromAsync(source.registeredModels(), (model) => {
    const { versions, ...rest } = readable(model);
    return {
      ...rest,
      versions: versions.map(({ creationTime, source, storage, ...version }) => {
        assert.ok(Number.isSafeInteger(creationTime));
        // An address is told from the id on, as the roots differ.
        const below = (uri: string) => named(uri).replace(/^.*\/(?=\w+\/artifacts)/, "");
        return { ...version, source: below(source), storage: below(storage) };
      }),
    };
  });
  const byName = <T extends { name: string }>(
    order: readonly T[],
    list: readonly { name: string }[],
  ) => order.map(({ name }) => list.find((item) => item.name === name));
  const contents = {
    experiments: experiments.map(({ id: _id, ...experiment }) => experiment),
    runs: byName(expected.runs, runs),
    models: byName(expected.models, models),
    registeredModels,
  };
  assert.deepEqual([runs.length, models.length], [3, 1]);
  return mapped(contents, named);
}

function readable<T>(item: T | Unreadable): T {
  if (item instanceof Unreadable) throw item;
  return item;
}

async function textsOf(files: ReturnType<RunSource["runFiles"]>): Promise<Record<string, string>> {
  const texts: [string, string][] = [];
  for await (const listed of files) {
    const { path, size, open } = readable(listed);
    const bytes = await new Response(await open()).bytes();
    assert.equal(bytes.length, size);
    texts.push([path, new TextDecoder().decode(bytes)]);
  }
  return Object.fromEntries(texts);
}

/** A value with all its text replaced, without what is undefined. */
function mapped(value: unknown, replace: (text: string) => string): unknown {
  // MLflow's servers keep an infinity as the largest double.
  if (typeof value === "number" && Math.abs(value) === Number.MAX_VALUE) return value * Infinity;
  if (typeof value === "string") return replace(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, replace));
  if (typeof value !== "object" || value === null) return value;
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([key, item]) => [key, mapped(item, replace)]));
}

/** Gives a server what the folder of the fixture holds. */
async function fill(client: RegistryClient): Promise<void> {
  const energy = await createExperiment(client, { name: "energy: winter", tags: { owner: "ann" } });
  const gone = await createExperiment(client, { name: "gone" });
  const make = (experiment: string, name: string, userId: string, startTime: number) =>
    createRun(client, { experimentId: experiment, runName: name, userId, startTime });

  const parent = await make(energy, "parent", "ann", 100);
  await logBatch(client, parent.runId, {
    params: { depth: "8", "tree/rule": "a = b\n", empty: "" },
    tags: { note: "two\nlines: ü" },
  });
  const metrics = [
    { key: "loss", value: 1, timestamp: 110, step: 0 },
    { key: "loss", value: NaN, timestamp: 111, step: 1 },
    { key: "loss", value: Infinity, timestamp: 112, step: 2 },
    { key: "loss", value: -Infinity, timestamp: 113, step: 3 },
    { key: "loss", value: 1e-5, timestamp: 114, step: -4 },
    { key: "test/auc", value: 0.5, timestamp: 120, step: 7 },
  ];
  await logBatch(client, parent.runId, { metrics });
  await logInputs(client, parent.runId, [{
    name: "meters",
    digest: "d1",
    sourceType: "local",
    source: '{"uri": "/m.csv"}',
    schema: '{"columns": ["kwh"]}',
    tags: { "mlflow.data.context": "training" },
  }]);
  const svg = new TextEncoder().encode("<svg/>");
  await uploadArtifact(client, parent.artifactUri, "plots/load.svg", svg);
  await uploadArtifact(client, parent.artifactUri, "empty.bin", new Uint8Array());
  await updateRun(client, { runId: parent.runId, status: "FINISHED", endTime: 900 });

  const child = await make(energy, "child", "bob", 200);
  await logBatch(client, child.runId, { tags: { "mlflow.parentRunId": parent.runId } });
  const { modelId, artifactUri } = await createLoggedModel(client, {
    experimentId: energy,
    name: "forest",
    sourceRunId: child.runId,
    params: { trees: "100" },
    tags: { stage: "trial" },
  });
  const dataset = { name: "meters", digest: "d1" };
  const auc = { key: "auc", value: 0.9, timestamp: 210, step: 1 };
  await logBatch(client, child.runId, { metrics: [{ ...auc, modelId, dataset }] });
  await logModelInputs(client, child.runId, [modelId]);
  await logOutputs(client, child.runId, [{ modelId, step: 4 }]);
  const mlmodel =
    `artifact_path: models/${modelId}\nmodel_id: ${modelId}\nrun_id: ${child.runId}\n`;
  await uploadArtifact(client, artifactUri, "MLmodel", new TextEncoder().encode(mlmodel));
  await finalizeLoggedModel(client, modelId, "READY");
  await deleteRun(client, child.runId);

  await createRegisteredModel(client, {
    name: "load",
    description: "Of hostels",
    tags: { team: "energy" },
  });
  const source = `${parent.artifactUri}/plots`;
  await createModelVersion(client, { name: "load", source: `models:/${modelId}`, modelId });
  await createModelVersion(client, { name: "load", source });
  await createModelVersion(client, { name: "load", source, description: "Third" });
  await deleteModelVersion(client, { name: "load", version: "2" });
  await setModelVersionTag(client, { name: "load", version: "3", key: "seen", value: "yes" });
  await setModelAlias(client, { name: "load", alias: "champion", version: "3" });

  const trashed = await make(gone, "trashed", "ann", 50);
  await updateRun(client, { runId: trashed.runId, status: "FAILED", endTime: 60 });
  await deleteExperiment(client, gone);
}
