/** What every tracking server answers the client about artifacts and the models among them. */

import assert from "node:assert/strict";
import type { ClientCase } from "./conformance.ts";
import {
  createLoggedModel,
  createRun,
  deleteArtifact,
  deleteLoggedModel,
  deleteLoggedModelTag,
  downloadArtifact,
  ensureExperiment,
  finalizeLoggedModel,
  getLoggedModel,
  listArtifacts,
  logLoggedModelParams,
  logMetric,
  searchLoggedModels,
  setLoggedModelTags,
  streamArtifact,
  type TransferProgress,
  uploadArtifact,
} from "./mod.ts";

const start = 1_700_000_000_000;

/** By what they show; a name says what a server must do. */
export const artifactCases: Readonly<Record<string, ClientCase>> = {
  "artifacts come back byte for byte, whatever their names": async (client) => {
    const { artifactUri: uri } = await createRun(client, { experimentId: "0", startTime: start });
    const bytes = Uint8Array.from({ length: 2_500_000 }, (_, i) => i % 251);
    await uploadArtifact(client, uri, "plots/a b%+.svg", new TextEncoder().encode("<svg/>"));
    const big = { size: bytes.length, stream: new Blob([bytes]).stream() };
    await uploadArtifact(client, uri, "big.bin", big);
    await uploadArtifact(client, uri, "empty", new Uint8Array());
    // MLflow's own server does not tell the size of an empty file.
    const sized = (await listArtifacts(client, uri)).map((
      { size, ...entry },
    ) => [entry, size ?? 0]);
    assert.deepEqual(sized, [
      [{ path: "big.bin", isDirectory: false }, bytes.length],
      [{ path: "empty", isDirectory: false }, 0],
      [{ path: "plots", isDirectory: true }, 0],
    ]);
    assert.deepEqual(await listArtifacts(client, uri, "plots"), [
      { path: "plots/a b%+.svg", isDirectory: false, size: 6 },
    ]);
    const plot = await downloadArtifact(client, uri, "plots/a b%+.svg");
    assert.equal(new TextDecoder().decode(plot), "<svg/>");
    assert.deepEqual(await downloadArtifact(client, uri, "big.bin"), bytes);
    assert.equal((await downloadArtifact(client, uri, "empty")).length, 0);
    const rest = await streamArtifact(client, uri, "big.bin", { start: 2_400_000 });
    assert.deepEqual(await new Response(rest).bytes(), bytes.subarray(2_400_000));
    await deleteArtifact(client, uri, "big.bin");
    await deleteArtifact(client, uri, "plots");
    const left = await listArtifacts(client, uri);
    assert.deepEqual(left.map(({ path }) => path), ["empty"]);
    await assert.rejects(downloadArtifact(client, uri, "big.bin"), { name: "MlflowError" });
  },

  "transfers tell how far they have come": async (client) => {
    const { artifactUri: uri } = await createRun(client, { experimentId: "0", startTime: start });
    const bytes = new Uint8Array(300_000);
    const seen: TransferProgress[] = [];
    const onProgress = (progress: TransferProgress) => seen.push(progress);
    await uploadArtifact(client, uri, "model.onnx", bytes, { onProgress });
    const whole = { done: 300_000, total: 300_000 };
    assert.deepEqual(seen.at(-1), whole);
    assert.equal(
      (await downloadArtifact(client, uri, "model.onnx", { onProgress })).length,
      300_000,
    );
    assert.equal(seen.at(-1)?.done, 300_000);
  },

  "a logged model is created, made ready, tagged and deleted": async (client) => {
    const experimentId = await ensureExperiment(client, "suite models");
    const { runId } = await createRun(client, { experimentId, startTime: start });
    const made = await createLoggedModel(client, {
      ...{ experimentId, name: "energy", sourceRunId: runId, modelType: "onnx" },
      ...{ params: { trees: "100" }, tags: { gone: "1" } },
    });
    const { modelId } = made;
    assert.match(modelId, /^m-[0-9a-f]{32}$/);
    await logLoggedModelParams(client, modelId, { depth: "8" });
    await setLoggedModelTags(client, modelId, { seed: "7" });
    await deleteLoggedModelTag(client, modelId, "gone");
    assert.equal((await finalizeLoggedModel(client, modelId, "READY")).status, "READY");
    const { creationTime, lastUpdateTime, ...facts } = await getLoggedModel(client, modelId);
    assert.deepEqual(facts, {
      modelId,
      experimentId,
      name: "energy",
      modelType: "onnx",
      sourceRunId: runId,
      status: "READY",
      artifactUri: `mlflow-artifacts:/${experimentId}/models/${modelId}/artifacts`,
      tags: { seed: "7" },
      params: { trees: "100", depth: "8" },
      metrics: [],
    });
    assert.ok(lastUpdateTime >= creationTime);
    await deleteLoggedModel(client, modelId);
    await assert.rejects(getLoggedModel(client, modelId), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
  },

  "logged models are found by what was measured of them, over pages": async (client) => {
    const experimentId = await ensureExperiment(client, "suite measured");
    const { runId } = await createRun(client, { experimentId, startTime: start });
    const dataset = { name: "meters", digest: "d" };
    for (const [name, value] of [["a", 0.7], ["b", 0.9], ["c", 0.8]] as const) {
      const { modelId } = await createLoggedModel(client, {
        ...{ experimentId, name, sourceRunId: runId, params: { kind: name } },
      });
      await finalizeLoggedModel(client, modelId, "READY");
      const metric = { key: "auc", value, timestamp: start, step: 0, modelId };
      await logMetric(client, runId, name === "c" ? metric : { ...metric, dataset });
    }
    const best = [{ field: "metrics.auc", ascending: false }];
    const names = async (search: { filter?: string; datasets?: typeof dataset[] }) =>
      await Array.fromAsync(
        searchLoggedModels(client, {
          ...{ experimentIds: [experimentId], orderBy: best, pageSize: 2 },
          ...search,
        }),
        ({ name }) => name,
      );
    assert.deepEqual(await names({}), ["b", "c", "a"]);
    assert.deepEqual(await names({ filter: "metrics.auc > 0.75" }), ["b", "c"]);
    assert.deepEqual(await names({ filter: "params.kind != 'a' AND metrics.auc < 0.85" }), ["c"]);
    const measured = { filter: "metrics.auc > 0.75", datasets: [dataset] };
    assert.deepEqual(await names(measured), ["b"]);
    const found = searchLoggedModels(client, { experimentIds: [experimentId], orderBy: best });
    const [first] = await Array.fromAsync(found);
    assert.deepEqual(first.metrics.map(({ key, value, dataset }) => ({ key, value, dataset })), [
      { key: "auc", value: 0.9, dataset },
    ]);
  },
};
