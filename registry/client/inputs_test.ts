import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { logInputs, logOutputs } from "./inputs.ts";
import { createRun, getRun } from "./runs.ts";

Deno.test("logInputs() and logOutputs() are in the run", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
    const dataset = { name: "a", digest: "d", sourceType: "local", source: "{}" };
    await logInputs(client, runId, [{ ...dataset, tags: { "mlflow.data.context": "training" } }]);
    await logInputs(client, runId, [{ ...dataset, name: "b", profile: '{"rows":1}' }]);
    await logOutputs(client, runId, [{ modelId: "m-2", step: 1 }, { modelId: "m-1", step: 2 }]);
    const { datasets, modelOutputs } = await getRun(client, runId);
    assert.deepEqual(datasets, [
      { name: "a", digest: "d", tags: { "mlflow.data.context": "training" } },
      { name: "b", digest: "d", tags: {} },
    ]);
    assert.deepEqual(modelOutputs, ["m-2", "m-1"]);
  });
});
