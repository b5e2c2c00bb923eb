import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { metricHistory } from "./metric_history.ts";
import { logMetric } from "./metrics.ts";
import { createRun, getRun } from "./runs.ts";

Deno.test("logMetric() is safe to repeat, and metricHistory() yields all pages", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
    const metrics = [0.5, NaN, -1e-300].map((value, step) => ({
      key: "m",
      value,
      timestamp: step,
      step,
    }));
    for (const metric of [...metrics, ...metrics]) await logMetric(client, runId, metric);
    const history = await Array.fromAsync(metricHistory(client, { runId, key: "m", pageSize: 2 }));
    assert.deepEqual(history, metrics);
    assert.deepEqual((await getRun(client, runId)).metrics, { m: -1e-300 });
  });
});
