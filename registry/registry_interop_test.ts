import assert from "node:assert/strict";
import { join } from "node:path";
import {
  createClient,
  createLoggedModel,
  createModelVersion,
  createRun,
  digestTag,
  downloadArtifact,
  ensureExperiment,
  ensureRegisteredModel,
  finalizeLoggedModel,
  getRun,
  listArtifacts,
  logBatch,
  logInputs,
  logOutputs,
  metricHistory,
  MlflowError,
  packageFiles,
  promote,
  readHistory,
  type RegistryClient,
  resolveModelUri,
  searchRuns,
  updateRun,
  uploadArtifact,
} from "./mod.ts";
import { scriptOutput } from "./python_script_fixture.ts";
import { trackingServers } from "./tracking_server_fixture.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const place = { python, now: Date.now };

/** Logs, packs, registers and promotes a model as training does, and checks every value. */
async function trainingScenario(client: RegistryClient, modelFile: string): Promise<void> {
  const experimentId = await ensureExperiment(client, "ours");
  assert.equal(await ensureExperiment(client, "ours"), experimentId);
  const { runId, artifactUri } = await createRun(client, {
    experimentId,
    runName: "nightly",
    startTime: 1_700_000_000_000,
    tags: { seed: "7" },
  });
  const metrics = Array.from({ length: 1700 }, (_, step) => ({
    ...{ key: "loss", value: 1 / (step + 1), timestamp: 1_700_000_000_000 + step, step },
  }));
  const params = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`p${i}`, `${i}`]));
  await logBatch(client, runId, { metrics, params, tags: { view: "energy_hourly" } });
  await logBatch(client, runId, {
    metrics: [{ key: "undefined", value: NaN, timestamp: 0, step: 0 }],
  });
  await logInputs(client, runId, [{
    name: "meters",
    digest: "abc",
    sourceType: "local",
    source: "{}",
    tags: { "mlflow.data.context": "training" },
  }]);
  await uploadArtifact(client, artifactUri, "plots/a b%.svg", new TextEncoder().encode("<svg/>"));
  await updateRun(client, { runId, status: "FINISHED", endTime: 1_700_000_009_000 });

  const run = await getRun(client, runId);
  assert.equal(run.metrics.loss, 1 / 1700);
  assert.ok(Number.isNaN(run.metrics.undefined));
  assert.deepEqual(run.params, params);
  assert.equal(run.tags.seed, "7");
  assert.equal(run.runName, "nightly");
  assert.deepEqual([run.status, run.endTime], ["FINISHED", 1_700_000_009_000]);
  assert.deepEqual(run.datasets, [
    { name: "meters", digest: "abc", tags: { "mlflow.data.context": "training" } },
  ]);
  const history = await Array.fromAsync(
    metricHistory(client, { runId, key: "loss", pageSize: 1000 }),
  );
  assert.deepEqual(history, metrics);
  assert.deepEqual(await listArtifacts(client, artifactUri, "plots"), [
    { path: "plots/a b%.svg", isDirectory: false, size: 6 },
  ]);
  const plot = await downloadArtifact(client, artifactUri, "plots/a b%.svg");
  assert.equal(new TextDecoder().decode(plot), "<svg/>");
  const filter = "metrics.loss < 0.001 AND params.p7 = '7' AND tags.view LIKE 'energy%'";
  const found = await Array.fromAsync(
    searchRuns(client, { experimentIds: [experimentId], filter }),
  );
  assert.deepEqual(found.map((each) => each.runId), [runId]);
  await assert.rejects(
    logBatch(client, runId, { params: { p7: "8" } }),
    (error) => error instanceof MlflowError && error.errorCode === "INVALID_PARAMETER_VALUE",
  );

  await registerPackage(client, { experimentId, runId, onnx: await Deno.readFile(modelFile) });
}

async function registerPackage(
  client: RegistryClient,
  made: { experimentId: string; runId: string; onnx: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { experimentId, runId, onnx } = made;
  const start = { experimentId, name: "energy-anomaly", sourceRunId: runId };
  const { modelId, artifactUri } = await createLoggedModel(client, start);
  const files = packageFiles({
    modelId,
    runId,
    createdAt: 1_700_000_000_000,
    onnx,
    columns: ["change_1h", "hour"],
    members: ["iqr", "zscore"],
    exampleRows: [[0.5, 13], [NaN, 14]],
    views: { energy_hourly: "SELECT 1" },
    referenceProfile: { columns: [{ column: "hour" }] },
    evaluation: {
      ensemble: { event_precision: 0.5, event_recall: 0.5, event_f1: 0.5, average_precision: 0.5 },
    },
    modelCard: "# Energy anomaly",
    metadata: { threshold: "0.5" },
  });
  for (const [path, bytes] of files) await uploadArtifact(client, artifactUri, path, bytes);
  await finalizeLoggedModel(client, modelId, "READY");
  await logOutputs(client, runId, [{ modelId, step: 0 }]);
  await ensureRegisteredModel(client, "energy-anomaly");
  const { name, version } = await createModelVersion(client, {
    name: "energy-anomaly",
    source: `models:/${modelId}`,
    runId,
    modelId,
    tags: { "wattbook.digest": await digestTag(files) },
  });
  assert.equal(version, "1");
  await logBatch(client, runId, {
    metrics: [
      { key: "parity_max_abs_diff", value: 0, timestamp: 0, step: 0 },
      { key: "scoring_ms_per_1000_rows", value: 1, timestamp: 0, step: 0 },
    ],
  });
  const who = { reason: "First", by: "test", id: "1", now: 0 };
  const { move } = await promote(client, { name, version, alias: "champion", ...who });
  const { moves } = await readHistory(client, name);
  assert.deepEqual(moves, [{ ...move, to: "1", confirmed: true, happened: true }]);
  const champion = await resolveModelUri(client, "models:/energy-anomaly@champion");
  assert.deepEqual(champion.version?.aliases, ["champion"]);
  assert.equal(champion.artifactUri, artifactUri);
  assert.deepEqual(await downloadArtifact(client, champion.artifactUri, "model.onnx"), onnx);
  assert.deepEqual((await getRun(client, runId)).modelOutputs, [modelId]);
}

/** Runs a test in a directory of its own, beside a small model of our ONNX contract. */
async function withModel(use: (home: string, model: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  const model = join(home, "model.onnx");
  await scriptOutput(python, script("interop_model.py"), model);
  await use(home, model);
  await Deno.remove(home, { recursive: true });
}

function script(name: string): URL {
  return new URL(name, import.meta.url);
}

for (const [name, withServer] of Object.entries(trackingServers)) {
  Deno.test(`MLflow's Python client finds what it expects of ${name}`, async () => {
    await withModel(async (home, model) => {
      await withServer({ ...place, home }, async (address) => {
        const output = await scriptOutput(python, script("interop_client.py"), address, model);
        assert.equal(output.trim().split("\n").at(-1), "done");
      });
    });
  });

  Deno.test(`MLflow scores a package from ${name} as onnxruntime does`, async () => {
    await withModel(async (home, model) => {
      await withServer({ ...place, home }, async (baseUrl) => {
        await trainingScenario(createClient({ baseUrl }), model);
        const facts = [baseUrl, model, "models:/energy-anomaly@champion"];
        const output = await scriptOutput(python, script("interop_predict.py"), ...facts);
        // By hand: the sigmoid of the mean of (1, 3), of (missing, 0) and of (-30, 23).
        const expected = [1 / (1 + Math.exp(-2)), -1, 1 / (1 + Math.exp(3.5))];
        JSON.parse(output).forEach((score: number, i: number) => {
          assert.ok(Math.abs(score - expected[i]) < 1e-6, `${score} ${expected[i]}`);
        });
      });
    });
  });
}
