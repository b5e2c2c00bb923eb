import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
  type RegistryClient,
  resolveModelUri,
  searchRuns,
  updateRun,
  uploadArtifact,
} from "./mod.ts";
import { createTrackingApp, openTrackingStore } from "./tracking_server/mod.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const environment = {
  MLFLOW_HTTP_REQUEST_MAX_RETRIES: "1",
  MLFLOW_DISABLE_TELEMETRY: "true",
  GIT_PYTHON_REFRESH: "quiet",
};

async function runPython(script: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(python, {
    args: [fileURLToPath(new URL(script, import.meta.url)), ...args],
    env: environment,
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

/** Our server on a port of its own, for as long as `use` takes. */
async function withOurServer(home: string, use: (address: string) => Promise<void>) {
  using store = openTrackingStore({ home, now: Date.now });
  const app = createTrackingApp({ store });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
  try {
    await use(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

/** MLflow's own server on a free port, for as long as `use` takes. */
async function withMlflowServer(home: string, use: (address: string) => Promise<void>) {
  const probe = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = probe.addr;
  probe.close();
  const server = new Deno.Command(python, {
    args: [
      ...["-m", "mlflow", "server", "--host", "127.0.0.1", "--port", String(port)],
      ...["--workers", "1", "--serve-artifacts"],
      ...["--backend-store-uri", `sqlite:///${join(home, "mlflow.db")}`],
      ...["--artifacts-destination", join(home, "artifacts")],
    ],
    env: environment,
    stdout: "null",
    stderr: "null",
  }).spawn();
  const address = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(address);
    await use(address);
  } finally {
    server.kill();
    await server.status;
  }
}

async function untilHealthy(address: string): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const healthy = await fetch(`${address}/health`).then(
      async (response) => (await response.text()) === "OK",
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new RangeError(`Cannot use the MLflow server as it must answer within a minute`);
}

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
    referenceProfile: { hour: [0, 23] },
    evaluation: { rocAuc: 0.9 },
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
  const move = { name, version, alias: "champion", reason: "First", by: "test", now: 0 };
  await promote(client, move);
  const champion = await resolveModelUri(client, "models:/energy-anomaly@champion");
  assert.deepEqual(champion.version?.aliases, ["champion"]);
  assert.equal(champion.artifactUri, artifactUri);
  assert.deepEqual(await downloadArtifact(client, champion.artifactUri, "model.onnx"), onnx);
  assert.deepEqual((await getRun(client, runId)).modelOutputs, [modelId]);
}

for (
  const [name, withServer] of [["the embedded server", withOurServer], [
    "MLflow's own",
    withMlflowServer,
  ]] as const
) {
  Deno.test(`MLflow's Python client finds what it expects of ${name}`, async () => {
    const home = await Deno.makeTempDir();
    const model = join(home, "model.onnx");
    await runPython("interop_model.py", model);
    await withServer(home, async (address) => {
      const lines = (await runPython("interop_client.py", address, model)).trim().split("\n");
      assert.equal(lines.at(-1), "done");
    });
    await Deno.remove(home, { recursive: true });
  });
}

Deno.test("the client works with MLflow's own server, and MLflow loads what it registered", async () => {
  const home = await Deno.makeTempDir();
  const model = join(home, "model.onnx");
  await runPython("interop_model.py", model);
  await withMlflowServer(home, async (baseUrl) => {
    await trainingScenario(createClient({ baseUrl }), model);
    await runPython("interop_predict.py", baseUrl, model, "models:/energy-anomaly@champion");
  });
  await Deno.remove(home, { recursive: true });
});

Deno.test("MLflow scores a package from the embedded server as onnxruntime does", async () => {
  const home = await Deno.makeTempDir();
  const model = join(home, "model.onnx");
  await runPython("interop_model.py", model);
  await withOurServer(home, async (baseUrl) => {
    await trainingScenario(createClient({ baseUrl }), model);
    const uri = "models:/energy-anomaly@champion";
    const scores = JSON.parse(await runPython("interop_predict.py", baseUrl, model, uri));
    // By hand: the sigmoid of the mean of (1, 3), of (missing, 0) and of (-30, 23).
    const expected = [1 / (1 + Math.exp(-2)), -1, 1 / (1 + Math.exp(3.5))];
    scores.forEach((score: number, i: number) => {
      assert.ok(Math.abs(score - expected[i]) < 1e-6, `${score} ${expected[i]}`);
    });
  });
  await Deno.remove(home, { recursive: true });
});
