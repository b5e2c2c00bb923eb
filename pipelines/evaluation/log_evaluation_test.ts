import assert from "node:assert/strict";
import { downloadArtifact, getRun, listArtifacts } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { logEvaluation, metricsOf } from "./log_evaluation.ts";

Deno.test("logEvaluation() makes a finished run with figures, data and files", async () => {
  const home = await Deno.makeTempDir();
  {
    using tracking = openEmbeddedTracking({ home, now: () => 7 });
    const { client } = tracking;
    let time = 100;
    const runId = await logEvaluation(client, {
      experimentId: "0",
      dataset: "told",
      datasetDigest: "00ff".repeat(16),
      params: { seed: "3", protocol: "split" },
      scorers: {
        iqr: { roc_auc: 0.5, roc_auc_ci: [0.25, 0.75], detection_delay_h: null, fit_s: 2 },
        random: { roc_auc: 0.125, roc_auc_ci: [null, null] },
      },
      files: { "evaluation.json": "{}", "report.md": "# ü" },
      commit: "abc",
    }, () => time++);
    const run = await getRun(client, runId);
    assert.deepEqual([run.status, run.startTime, run.endTime], ["FINISHED", 100, 101]);
    assert.deepEqual(run.params, { seed: "3", protocol: "split" });
    assert.deepEqual(run.metrics, {
      "iqr.roc_auc": 0.5,
      "iqr.roc_auc_low": 0.25,
      "iqr.roc_auc_high": 0.75,
      "iqr.fit_s": 2,
      "random.roc_auc": 0.125,
    });
    assert.equal(run.tags["wattbook.dataset"], "told");
    assert.equal(run.tags["mlflow.source.git.commit"], "abc");
    assert.deepEqual(run.datasets, [{
      name: "told",
      digest: "00ff".repeat(8),
      tags: { "mlflow.data.context": "evaluation" },
    }]);
    const files = await listArtifacts(client, run.artifactUri);
    assert.deepEqual(files.map(({ path }) => path), ["evaluation.json", "report.md"]);
    const note = await downloadArtifact(client, run.artifactUri, "report.md");
    assert.equal(new TextDecoder().decode(note), "# ü");
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("metricsOf() leaves out what has no value or is no number", () => {
  assert.deepEqual(metricsOf("a", { b: null, c: [null, 1], d: "text", e: 0 }), [
    ["a.c_high", 1],
    ["a.e", 0],
  ]);
});
