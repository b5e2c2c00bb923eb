import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { createExperiment, createRun, deleteRun, logBatch } from "./mod.ts";
import { countRuns } from "./run_count.ts";

Deno.test("countRuns() counts what a search would find, in the view it would look at", async () => {
  await withClient(async (client) => {
    const experimentId = await createExperiment(client, { name: "energy" });
    const runs = [];
    for (const auc of [0.7, 0.8, 0.9]) {
      const { runId } = await createRun(client, { experimentId, startTime: 0 });
      await logBatch(client, runId, {
        metrics: [{ key: "auc", value: auc, timestamp: 0, step: 0 }],
      });
      runs.push(runId);
    }
    await createRun(client, { experimentId: "0", startTime: 0 });
    await deleteRun(client, runs[2]);
    const count = (search: object) =>
      countRuns(client, { experimentIds: [experimentId], ...search });
    assert.equal(await count({}), 2);
    assert.equal(await count({ view: "all" }), 3);
    assert.equal(await count({ view: "all", filter: "metrics.auc > 0.75" }), 2);
    assert.equal(await count({ experimentIds: [] }), 0);
    await assert.rejects(count({ filter: "metrics.auc" }), {
      errorCode: "INVALID_PARAMETER_VALUE",
    });
  });
});
