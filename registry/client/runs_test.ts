import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { createRun, deleteRun, getRun, restoreRun, searchRuns, updateRun } from "./runs.ts";

Deno.test("createRun() answers the run as plain data", async () => {
  await withClient(async (client) => {
    const start = { experimentId: "0", runName: "a", startTime: 5, tags: { seed: "1" } };
    const run = await createRun(client, start);
    assert.deepEqual(run, {
      runId: run.runId,
      runName: "a",
      experimentId: "0",
      status: "RUNNING",
      startTime: 5,
      endTime: undefined,
      artifactUri: `mlflow-artifacts:/0/${run.runId}/artifacts`,
      lifecycleStage: "active",
      metrics: {},
      params: {},
      tags: { "mlflow.runName": "a", seed: "1" },
      modelOutputs: [],
      datasets: [],
    });
  });
});

Deno.test("updateRun() leaves what is not given", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", runName: "a", startTime: 5 });
    await updateRun(client, { runId, status: "FAILED", endTime: 9 });
    await updateRun(client, { runId, runName: "b" });
    const { status, endTime, runName } = await getRun(client, runId);
    assert.deepEqual([status, endTime, runName], ["FAILED", 9, "b"]);
  });
});

Deno.test("searchRuns() yields all pages in order, without deleted runs", async () => {
  await withClient(async (client) => {
    const ids: string[] = [];
    for (const startTime of [3, 1, 2]) {
      ids.push((await createRun(client, { experimentId: "0", startTime })).runId);
    }
    const times = async () => {
      const search = { experimentIds: ["0"], orderBy: ["start_time"], pageSize: 1 };
      return (await Array.fromAsync(searchRuns(client, search))).map((run) => run.startTime);
    };
    assert.deepEqual(await times(), [1, 2, 3]);
    await deleteRun(client, ids[0]);
    assert.deepEqual(await times(), [1, 2]);
    await restoreRun(client, ids[0]);
    assert.deepEqual(await times(), [1, 2, 3]);
  });
});
