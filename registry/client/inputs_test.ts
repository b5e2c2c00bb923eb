import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { logInputs, logModelInputs, logOutputs } from "./inputs.ts";
import { createRun, getRun } from "./runs.ts";

Deno.test("what a run reads and makes is in the run", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
    const dataset = { name: "a", digest: "d", sourceType: "local", source: "{}" };
    await logInputs(client, runId, [{ ...dataset, tags: { "mlflow.data.context": "training" } }]);
    await logInputs(client, runId, [{ ...dataset, name: "b", profile: '{"rows":1}' }]);
    await logOutputs(client, runId, [{ modelId: "m-2", step: 1 }, { modelId: "m-1", step: 2 }]);
    await logModelInputs(client, runId, ["m-0"]);
    const { datasets, modelInputs, modelOutputs } = await getRun(client, runId);
    assert.deepEqual(datasets, [
      { name: "a", digest: "d", tags: { "mlflow.data.context": "training" } },
      { name: "b", digest: "d", tags: {} },
    ]);
    assert.deepEqual(modelInputs, ["m-0"]);
    assert.deepEqual(modelOutputs, ["m-1", "m-2"]);
  });
});
