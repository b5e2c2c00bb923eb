import assert from "node:assert/strict";
import { createClient } from "./client.ts";
import { withClient } from "./client_fixture.ts";
import { logBatch } from "./log_batch.ts";
import { metricHistory } from "./metric_history.ts";
import { createRun, getRun } from "./runs.ts";

Deno.test("logBatch() logs everything, however much it is", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", runName: "a", startTime: 0 });
    const metrics = Array.from(
      { length: 2001 },
      (_, step) => ({ key: "m", value: step, timestamp: step, step }),
    );
    const params = Object.fromEntries(
      metrics.slice(0, 205).map(({ step }) => [`p${step}`, `${step}`]),
    );
    await logBatch(client, runId, { metrics, params, tags: { "mlflow.runName": "b" } });
    const run = await getRun(client, runId);
    assert.deepEqual(run.params, params);
    assert.equal(run.tags["mlflow.runName"], "b");
    assert.deepEqual(await Array.fromAsync(metricHistory(client, { runId, key: "m" })), metrics);
  });
});

Deno.test("logBatch() keeps to MLflow's limits and sends nothing for nothing", async () => {
  const sent: number[][] = [];
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    fetch: async (request) => {
      const { metrics, params, tags } = await request.json();
      sent.push([metrics.length, params.length, tags.length]);
      return Response.json({});
    },
  });
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [i, ""]));
  const metrics = Array.from(
    { length: 900 },
    () => ({ key: "m", value: 0, timestamp: 0, step: 0 }),
  );
  await logBatch(client, "r", { metrics, params: many(250), tags: many(100) });
  assert.deepEqual(sent, [[800, 100, 100], [100, 100, 0], [0, 50, 0]]);
  await logBatch(client, "r", {});
  assert.equal(sent.length, 3);
});
