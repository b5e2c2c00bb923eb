import assert from "node:assert/strict";
import { collectGarbage } from "./garbage.ts";
import { withClient } from "./client_fixture.ts";
import {
  createExperiment,
  createLoggedModel,
  createModelVersion,
  createRegisteredModel,
  createRun,
  deleteExperiment,
  deleteLoggedModel,
  deleteModelVersion,
  deleteRun,
  listArtifacts,
  logBatch,
  logInputs,
  logOutputs,
  type RegistryClient,
  restoreRun,
  searchExperiments,
  searchRuns,
  uploadArtifact,
} from "./mod.ts";

const nothing = { runs: [], experiments: [], loggedModels: [], kept: [], artifactsLeft: [] };

async function fullRun(client: RegistryClient, experimentId: string) {
  const run = await createRun(client, { experimentId, startTime: 0 });
  const { runId, artifactUri } = run;
  const metrics = [{ key: "auc", value: 0.9, timestamp: 0, step: 0 }];
  await logBatch(client, runId, { params: { depth: "8" }, tags: { note: "a" }, metrics });
  const dataset = { name: "meters", digest: "d1", sourceType: "local", source: "{}" };
  await logInputs(client, runId, [{ ...dataset, tags: { split: "1" } }]);
  await uploadArtifact(client, artifactUri, "plots/load.svg", new TextEncoder().encode("<svg/>"));
  return run;
}

Deno.test("collectGarbage() removes a deleted experiment with all in it, and frees its name", async () => {
  await withClient(async (client) => {
    const experimentId = await createExperiment(client, { name: "energy" });
    const { runId, artifactUri } = await fullRun(client, experimentId);
    const { modelId, ...model } = await createLoggedModel(client, {
      experimentId,
      name: "forest",
      sourceRunId: runId,
      params: { trees: "9" },
      tags: { a: "b" },
    });
    const metric = { key: "auc", value: 0.8, timestamp: 1, step: 1, modelId };
    await logBatch(client, runId, { metrics: [metric] });
    await logOutputs(client, runId, [{ modelId, step: 0 }]);
    await uploadArtifact(client, model.artifactUri, "MLmodel", new Uint8Array(3));
    const kept = await fullRun(client, "0");

    assert.deepEqual(await collectGarbage(client), nothing);
    await deleteExperiment(client, experimentId);
    const gone = {
      ...nothing,
      runs: [runId],
      experiments: [experimentId],
      loggedModels: [modelId],
    };
    assert.deepEqual(await collectGarbage(client, { dryRun: true }), gone);
    assert.equal((await listArtifacts(client, artifactUri)).length, 1);
    assert.deepEqual(await collectGarbage(client), gone);
    assert.deepEqual(await collectGarbage(client), nothing);

    for (const uri of [artifactUri, model.artifactUri, `mlflow-artifacts:/${experimentId}`]) {
      assert.deepEqual(await listArtifacts(client, uri), []);
    }
    const names = await Array.fromAsync(searchExperiments(client, { view: "all" }));
    assert.deepEqual(names.map(({ name }) => name), ["Default"]);
    assert.notEqual(await createExperiment(client, { name: "energy" }), experimentId);
    const runs = await Array.fromAsync(searchRuns(client, { experimentIds: ["0"] }));
    assert.deepEqual(runs.map((run) => run.runId), [kept.runId]);
    assert.equal((await listArtifacts(client, kept.artifactUri)).length, 1);
  });
});

Deno.test("collectGarbage() keeps what a version, a living model or a run refers to, and says so", async () => {
  await withClient(async (client) => {
    const experimentId = await createExperiment(client, { name: "energy" });
    const [byRun, byPath, byModel] = [
      await fullRun(client, experimentId),
      await fullRun(client, experimentId),
      await fullRun(client, "0"),
    ];
    const { modelId } = await createLoggedModel(client, {
      experimentId: "0",
      name: "forest",
      sourceRunId: byModel.runId,
    });
    await createRegisteredModel(client, { name: "load" });
    await createModelVersion(client, { name: "load", source: "s3://b", runId: byRun.runId });
    await createModelVersion(client, { name: "load", source: `${byPath.artifactUri}/plots` });
    await deleteExperiment(client, experimentId);
    await deleteRun(client, byModel.runId);
    const kept = [
      { kind: "run", id: byRun.runId, reason: "The model version load/1 refers to it" },
      { kind: "run", id: byPath.runId, reason: "The model version load/2 refers to it" },
      { kind: "run", id: byModel.runId, reason: `The logged model ${modelId} refers to it` },
    ].sort((a, b) => a.id < b.id ? -1 : 1);
    const experiment = {
      kind: "experiment",
      id: experimentId,
      reason: "The model version load/2 refers to it",
    };
    assert.deepEqual(await collectGarbage(client), { ...nothing, kept: [...kept, experiment] });
    assert.equal((await listArtifacts(client, byPath.artifactUri)).length, 1);

    for (const version of ["1", "2"]) await deleteModelVersion(client, { name: "load", version });
    await deleteLoggedModel(client, modelId);
    const { runs, experiments, loggedModels, kept: none } = await collectGarbage(client);
    assert.deepEqual([runs.length, experiments, loggedModels, none], [
      3,
      [experimentId],
      [modelId],
      [],
    ]);
  });
});

Deno.test("collectGarbage() takes only what is meant, and only what is deleted", async () => {
  await withClient(async (client) => {
    const [a, b] = [await fullRun(client, "0"), await fullRun(client, "0")];
    await deleteRun(client, a.runId);
    await assert.rejects(collectGarbage(client, { only: { runId: b.runId } }), {
      errorCode: "INVALID_PARAMETER_VALUE",
      message: `The run ${b.runId} must be in the 'deleted' state. Current state is active.`,
    });
    await assert.rejects(collectGarbage(client, { only: { experimentId: "0" } }), {
      message: "The experiment 0 must be in the 'deleted' state. Current state is active.",
    });
    await assert.rejects(collectGarbage(client, { only: { modelId: "m-1" } }), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
    await deleteRun(client, b.runId);
    // The fixture's clock stands at 7.
    assert.deepEqual(await collectGarbage(client, { deletedBefore: 7 }), nothing);
    assert.deepEqual(await collectGarbage(client, { only: { runId: b.runId } }), {
      ...nothing,
      runs: [b.runId],
    });
    await restoreRun(client, a.runId);
    assert.deepEqual(await collectGarbage(client, { deletedBefore: 8 }), nothing);
    await deleteRun(client, a.runId);
    assert.deepEqual((await collectGarbage(client, { deletedBefore: 8 })).runs, [a.runId]);
  });
});
