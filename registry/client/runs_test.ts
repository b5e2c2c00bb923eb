import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { createRun, deleteRun, getRun, restoreRun, updateRun } from "./runs.ts";

Deno.test("createRun() answers the run as plain data", async () => {
  await withClient(async (client) => {
    const start = { experimentId: "0", runName: "a", userId: "me", startTime: 5 };
    const run = await createRun(client, { ...start, tags: { seed: "1" } });
    assert.deepEqual(run, {
      runId: run.runId,
      runName: "a",
      experimentId: "0",
      userId: "me",
      status: "RUNNING",
      startTime: 5,
      endTime: undefined,
      artifactUri: `mlflow-artifacts:/0/${run.runId}/artifacts`,
      lifecycleStage: "active",
      metrics: {},
      params: {},
      tags: { "mlflow.runName": "a", seed: "1" },
      modelInputs: [],
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

Deno.test("deleteRun() leaves a run to be read and restored", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", startTime: 5 });
    await deleteRun(client, runId);
    assert.equal((await getRun(client, runId)).lifecycleStage, "deleted");
    await assert.rejects(updateRun(client, { runId, runName: "b" }), {
      errorCode: "INVALID_PARAMETER_VALUE",
    });
    await restoreRun(client, runId);
    assert.equal((await getRun(client, runId)).lifecycleStage, "active");
  });
});
