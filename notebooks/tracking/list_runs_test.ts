import assert from "node:assert/strict";
import {
  createExperiment,
  createRun,
  logBatch,
  type RegistryClient,
  updateRun,
} from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { listRuns } from "./list_runs.ts";

async function withRuns(test: (client: RegistryClient, ids: string[]) => Promise<void>) {
  const home = await Deno.makeTempDir();
  try {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { client } = tracking;
    const other = await createExperiment(client, { name: "other" });
    const ids: string[] = [];
    const logged: {
      experimentId: string;
      params: Record<string, string>;
      metrics: Record<string, number>;
    }[] = [
      { experimentId: "0", params: { trees: "100", rule: "f1" }, metrics: { roc: 0.9 } },
      { experimentId: "0", params: { trees: "0100", rule: "2" }, metrics: { roc: 0.8, pr: 0.5 } },
      { experimentId: other, params: { seed: "7" }, metrics: {} },
    ];
    for (const [i, { experimentId, params, metrics }] of logged.entries()) {
      const start = { experimentId, runName: `run ${i}`, startTime: 1000 * i };
      const { runId } = await createRun(client, start);
      await logBatch(client, runId, {
        params,
        metrics: Object.entries(metrics).map(([key, value]) => (
          { key, value, timestamp: 0, step: 0 }
        )),
      });
      ids.push(runId);
    }
    await updateRun(client, { runId: ids[0], status: "FINISHED", endTime: 2500 });
    await test(client, ids);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("listRuns() has a column for all that any run logged, newest run first", async () => {
  await withRuns(async (client, ids) => {
    const runs = await listRuns(client);
    assert.deepEqual(runs.texts("run_id"), ids.toReversed());
    assert.deepEqual(runs.columns.map(({ name }) => name), [
      "run_id",
      "name",
      "experiment",
      "status",
      "started",
      "seconds",
      "params.rule",
      "params.seed",
      "params.trees",
      "metrics.pr",
      "metrics.roc",
    ]);
    assert.deepEqual(runs.texts("experiment"), ["other", "Default", "Default"]);
    assert.deepEqual(runs.texts("status"), ["RUNNING", "RUNNING", "FINISHED"]);
    assert.deepEqual(runs.numbers("started"), new Float64Array([2000, 1000, 0]));
    assert.deepEqual([...runs.numbers("seconds")], [NaN, NaN, 2.5]);
    assert.deepEqual(runs.numbers("metrics.pr"), new Float64Array([NaN, 0.5, NaN]));
  });
});

Deno.test("listRuns() makes numbers of parameters only where nothing is lost", async () => {
  await withRuns(async (client) => {
    const runs = await listRuns(client);
    assert.deepEqual(runs.texts("params.trees"), [null, "0100", "100"]);
    assert.deepEqual(runs.texts("params.rule"), [null, "2", "f1"]);
    assert.deepEqual(runs.numbers("params.seed"), new Float64Array([7, NaN, NaN]));
  });
});

Deno.test("listRuns() narrows by experiment, filter and limit, and sorts", async () => {
  await withRuns(async (client) => {
    const names = async (options: Parameters<typeof listRuns>[1]) =>
      (await listRuns(client, options)).texts("name");
    assert.deepEqual(await names({ experiment: "other" }), ["run 2"]);
    assert.deepEqual(await names({ filter: "metrics.roc > 0.85" }), ["run 0"]);
    assert.deepEqual(await names({ limit: 2 }), ["run 2", "run 1"]);
    assert.deepEqual(await names({ experiment: "Default", orderBy: ["metrics.roc DESC"] }), [
      "run 0",
      "run 1",
    ]);
    await assert.rejects(names({ experiment: "none" }), { name: "MlflowError" });
  });
});

Deno.test("listRuns() of no runs has their first columns", async () => {
  await withRuns(async (client) => {
    const none = await listRuns(client, { filter: "metrics.roc > 1" });
    assert.deepEqual([none.rows, none.columns.length], [0, 6]);
  });
});
