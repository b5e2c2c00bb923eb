import assert from "node:assert/strict";
import {
  deleteRun,
  downloadArtifact,
  ensureExperiment,
  getRun,
  searchRuns,
} from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { closeTuningRun, logTrial, openTuningRun } from "./log_tuning.ts";
import type { Trial } from "./trial.ts";

const NOW = Date.UTC(2024, 7, 1);

async function opened() {
  const home = await Deno.makeTempDir();
  const tracking = openEmbeddedTracking({ home, now: () => NOW });
  const experimentId = await ensureExperiment(tracking.client, "tuning");
  const facts = {
    experimentId,
    dataset: "told",
    datasetDigest: "00ff".repeat(16),
    params: { seed: "1" },
    commit: "abc",
  };
  return { tracking, registry: tracking.client, facts };
}

Deno.test("a trial is a nested run with its options and its value", async () => {
  const { tracking, registry, facts } = await opened();
  using _ = tracking;
  const parent = await openTuningRun(registry, facts, undefined, () => NOW);
  const trial: Trial = {
    detector: "knn",
    options: { neighbours: 9, method: "mean" },
    share: 1,
    value: 0.25,
    seconds: 1.5,
  };
  const refused = { ...trial, value: null, refused: "Cannot fit" };
  const place = { experimentId: facts.experimentId, parent };
  await logTrial(registry, place, 3, trial, () => NOW);
  await logTrial(registry, place, 4, refused, () => NOW);
  const filter = `tags."mlflow.parentRunId" = '${parent}'`;
  const runs = await Array.fromAsync(
    searchRuns(registry, { experimentIds: [facts.experimentId], filter }),
  );
  const [good, bad] = ["3", "4"].map((number) =>
    runs.find(({ tags }) => tags["wattbook.trial"] === number)!
  );
  assert.equal(runs.length, 2);
  assert.deepEqual(good.params, {
    detector: "knn",
    share: "1",
    "options.neighbours": "9",
    "options.method": "mean",
  });
  assert.deepEqual(good.metrics, { seconds: 1.5, validation_average_precision: 0.25 });
  assert.deepEqual([good.status, good.startTime, good.endTime], ["FINISHED", NOW - 1500, NOW]);
  assert.deepEqual(
    [bad.status, bad.metrics, bad.tags["wattbook.refused"]],
    ["FAILED", { seconds: 1.5 }, "Cannot fit"],
  );
});

Deno.test("a tuning goes on with its run, or begins a new one where that is gone", async () => {
  const { tracking, registry, facts } = await opened();
  using _ = tracking;
  const first = await openTuningRun(registry, facts, undefined, () => NOW);
  const end = { metrics: { "knn.test_difference": 0.5 }, files: { "report.md": "told" } };
  await closeTuningRun(registry, first, end, () => NOW + 9);
  const done = await getRun(registry, first);
  assert.deepEqual([done.status, done.endTime, done.metrics], ["FINISHED", NOW + 9, end.metrics]);
  assert.deepEqual([done.params.seed, done.tags["mlflow.source.git.commit"]], ["1", "abc"]);
  assert.deepEqual(done.datasets.map(({ name }) => name), ["told"]);
  const report = await downloadArtifact(registry, done.artifactUri, "report.md");
  assert.equal(new TextDecoder().decode(report), "told");

  assert.equal(await openTuningRun(registry, facts, first, () => NOW), first);
  assert.equal((await getRun(registry, first)).status, "RUNNING");
  await deleteRun(registry, first);
  assert.notEqual(await openTuningRun(registry, facts, first, () => NOW), first);
  assert.notEqual(await openTuningRun(registry, facts, "0".repeat(32), () => NOW), first);
});
