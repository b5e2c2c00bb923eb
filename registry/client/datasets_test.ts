import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { searchDatasets } from "./datasets.ts";
import { createExperiment } from "./experiments.ts";
import { logInputs } from "./inputs.ts";
import { createRun } from "./runs.ts";

Deno.test("searchDatasets() gives the data sets of the experiments that are asked for", async () => {
  await withClient(async (client) => {
    const experimentId = await createExperiment(client, { name: "a" });
    for (const [id, name] of [["0", "other"], [experimentId, "meters"]]) {
      const { runId } = await createRun(client, { experimentId: id, startTime: 0 });
      const dataset = { name, digest: "d", sourceType: "local", source: "{}" };
      await logInputs(client, runId, [{ ...dataset, tags: { "mlflow.data.context": "training" } }]);
    }
    assert.deepEqual(await searchDatasets(client, [experimentId]), [
      { experimentId, name: "meters", digest: "d", context: "training" },
    ]);
  });
});
