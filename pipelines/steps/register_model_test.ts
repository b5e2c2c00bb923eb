import assert from "node:assert/strict";
import {
  createClient,
  downloadArtifact,
  getDownloadUri,
  getLoggedModel,
  getModelVersion,
  getRegisteredModel,
  getRun,
  readHistory,
  type RegistryClient,
  searchRuns,
  sha256,
} from "../../registry/mod.ts";
import { createTrackingApp, openTrackingStore } from "../../registry/tracking_server/mod.ts";
import { featureVersion, featureViews } from "../features/mod.ts";
import { registerModel } from "./register_model.ts";
import { withTrainingFacts } from "./training_facts_fixture.ts";

const NAME = "energy-anomaly";
const REFUSAL = { error_code: "PERMISSION_DENIED", message: "No more versions today" };

/** A registry that refuses some endpoints and tells which calls changed something. */
async function withRegistry(
  refused: readonly string[],
  use: (registry: RegistryClient, calls: string[]) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  const calls: string[] = [];
  try {
    using store = openTrackingStore({ home, now: () => 0 });
    const app = createTrackingApp({ store });
    const registry = createClient({
      baseUrl: "http://127.0.0.1",
      fetch(request) {
        const path = new URL(request.url).pathname.replace(
          /^\/api\/2\.0\/mlflow(-artifacts)?\//,
          "",
        );
        if (request.method !== "GET") calls.push(path.replace(/^(artifacts)\/.*$/, "$1"));
        return refused.includes(path)
          ? Response.json(REFUSAL, { status: 403 })
          : app.fetch(request);
      },
    });
    await use(registry, calls);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/** A clock that shows 1000, 1001, …. */
function counting(): () => number {
  let time = 1_000;
  return () => time++;
}

Deno.test("registerModel() logs the run, the package and the version", async () => {
  await withTrainingFacts(async (facts) => {
    await withRegistry([], async (registry) => {
      const shares: number[] = [];
      const registered = await registerModel(
        registry,
        facts,
        counting(),
        (share) => shares.push(share),
      );
      assert.deepEqual([registered.version, registered.alias], ["1", "champion"]);

      const run = await getRun(registry, registered.runId);
      assert.equal(run.experimentId, facts.experimentId);
      assert.deepEqual([run.status, run.startTime, run.endTime], ["FINISHED", 1_000, 1_003]);
      assert.deepEqual(run.params, facts.params);
      assert.deepEqual(run.tags, {
        "mlflow.runName": run.runName,
        "mlflow.source.git.commit": "c0ffee",
        "wattbook.dataset": "hostel",
        "wattbook.dataset_digest": "00ff".repeat(16),
        "wattbook.feature_view": "energy_hourly,energy_context",
        "wattbook.feature_version": featureVersion(featureViews),
        "wattbook.seed": "1",
      });
      assert.equal(run.metrics["iqr.roc_auc"], 0.25);
      assert.equal(run.metrics["random.roc_auc"], 0.125);
      assert.equal(run.metrics["ensemble.threshold"], 1);
      assert.equal(run.metrics.parity_max_abs_diff, 2e-7);
      assert.equal(run.metrics.scoring_ms_per_1000_rows, 4);
      // MLflow holds digests of at most 36 characters.
      assert.deepEqual(run.datasets, [{
        name: "hostel",
        digest: "00ff".repeat(8),
        tags: { "mlflow.data.context": "training" },
      }]);

      const version = await getModelVersion(registry, { name: NAME, version: "1" });
      assert.deepEqual(run.modelOutputs, [version.modelId]);
      assert.equal(version.runId, run.runId);
      assert.equal(version.source, `models:/${version.modelId}`);
      assert.equal((await getLoggedModel(registry, version.modelId)).status, "READY");
      assert.equal(version.tags["wattbook.dataset_digest"], facts.datasetDigest);
      const digests: Record<string, string> = JSON.parse(version.tags["wattbook.digest"]);
      const uri = await getDownloadUri(registry, version);
      for (const [path, digest] of Object.entries(digests)) {
        assert.equal(await sha256(await downloadArtifact(registry, uri, path)), digest, path);
      }
      assert.equal(digests["model.onnx"], await sha256(facts.trained.onnx));
      assert.deepEqual(
        shares.map((share) => Math.round(share * Object.keys(digests).length)),
        [
          ...Object.keys(digests).keys(),
        ].map((i) => i + 1),
      );
      assert.equal(shares.at(-1), 1);

      const { aliases, moves } = await readHistory(registry, NAME);
      assert.deepEqual(moves, [{
        kind: "promotion",
        name: NAME,
        alias: "champion",
        to: "1",
        reason: "a test",
        by: "the tester",
        at: "1970-01-01T00:00:01.002Z",
        confirmed: true,
        happened: true,
      }]);
      assert.deepEqual(aliases, { champion: "1" });
    });
  });
});

Deno.test("registerModel() stores every file before the version and moves the alias last", async () => {
  await withTrainingFacts(async (facts) => {
    await withRegistry([], async (registry, calls) => {
      await registerModel(registry, facts, counting());
      const version = calls.indexOf("model-versions/create");
      assert.ok(calls.lastIndexOf("artifacts") < version);
      assert.equal(calls.filter((call) => call === "artifacts").length, 11 + featureViews.length);
      assert.deepEqual(calls.slice(version), [
        "model-versions/create",
        "registered-models/set-tag",
        "registered-models/alias",
        "registered-models/set-tag",
        "runs/update",
      ]);
    });
  });
});

Deno.test("registerModel() numbers a second version and hands it the alias", async () => {
  await withTrainingFacts(async (facts) => {
    await withRegistry([], async (registry) => {
      const now = counting();
      await registerModel(registry, facts, now);
      assert.equal((await registerModel(registry, facts, now)).version, "2");
      assert.deepEqual((await getRegisteredModel(registry, NAME)).aliases, { champion: "2" });
    });
  });
});

Deno.test("registerModel() marks the run as failed and leaves the champion when refused", async () => {
  await withTrainingFacts(async (facts) => {
    for (const refused of ["model-versions/create", "registered-models/alias"]) {
      await withRegistry([refused], async (registry) => {
        await assert.rejects(registerModel(registry, facts, counting()), {
          name: "MlflowError",
          message: /No more versions today/,
        });
        const [run, ...others] = await Array.fromAsync(
          searchRuns(registry, { experimentIds: [facts.experimentId] }),
        );
        assert.deepEqual([run.status, others.length], ["FAILED", 0], refused);
        assert.deepEqual((await getRegisteredModel(registry, NAME)).aliases, {}, refused);
      });
    }
  });
});

Deno.test("registerModel() tells the refusal first where the run cannot be marked as failed either", async () => {
  await withTrainingFacts(async (facts) => {
    await withRegistry(["model-versions/create", "runs/update"], async (registry) => {
      const error = await registerModel(registry, facts, counting()).catch((error) => error);
      assert.match(
        error.message,
        /^.*No more versions today; nor could run \w{32} be marked as failed$/,
      );
      assert.deepEqual(error.errors.map(({ name }: Error) => name), ["MlflowError", "MlflowError"]);
    });
  });
});
