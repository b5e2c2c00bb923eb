import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { logBatch } from "./log_batch.ts";
import { metricHistory } from "./metric_history.ts";
import { createRun } from "./runs.ts";

Deno.test("metricHistory() yields all pages by time, with every step exact", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
    const steps = [9007199254740993n, -3, 0];
    const metrics = steps.map((step, i) => ({ key: "m", value: i / 3, timestamp: i, step }));
    await logBatch(client, runId, { metrics: metrics.toReversed() });
    const history = metricHistory(client, { runId, key: "m", pageSize: 2 });
    assert.deepEqual(await Array.fromAsync(history), metrics);
  });
});
