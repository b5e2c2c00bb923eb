import assert from "node:assert/strict";
import { createClient } from "./client.ts";
import { withClient } from "./client_fixture.ts";
import { logBatch } from "./log_batch.ts";
import { metricHistories, sampledMetricHistory } from "./metric_histories.ts";
import { createRun } from "./runs.ts";

Deno.test("metricHistories() and sampledMetricHistory() tell the runs apart", async () => {
  await withClient(async (client) => {
    const ids: string[] = [];
    for (const value of [1, NaN]) {
      const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
      const metrics = [0, 1, 2, 3].map((step) => ({ key: "loss", value, timestamp: step, step }));
      await logBatch(client, runId, { metrics });
      ids.push(runId);
    }
    const whole = await Array.fromAsync(metricHistories(client, { runIds: ids, key: "loss" }));
    const steps = (runId: string) => whole.filter((m) => m.runId === runId).map(({ step }) => step);
    assert.deepEqual(ids.map(steps), [[0, 1, 2, 3], [0, 1, 2, 3]]);
    assert.ok(whole.filter((m) => m.runId === ids[1]).every(({ value }) => Number.isNaN(value)));
    const part = { runIds: [ids[0]], key: "loss", steps: [1, 2] as const };
    assert.deepEqual(await sampledMetricHistory(client, part), [
      { runId: ids[0], key: "loss", value: 1, timestamp: 1, step: 1 },
      { runId: ids[0], key: "loss", value: 1, timestamp: 2, step: 2 },
    ]);
  });
});

Deno.test("metricHistories() reads NaN as Python writes it, a hundred runs at a time", async () => {
  const asked: number[] = [];
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    fetch({ url }) {
      const ids = new URL(url).searchParams.getAll("run_id");
      asked.push(ids.length);
      return new Response(
        `{"metrics": [{"key": "a", "value": NaN, "timestamp": 5, "step": 9007199254740993, "run_id": "${
          ids[0]
        }"}]}`,
      );
    },
  });
  const runIds = Array.from({ length: 101 }, (_, i) => `r${i}`);
  const found = await Array.fromAsync(metricHistories(client, { runIds, key: "a" }));
  const metric = { key: "a", value: NaN, timestamp: 5, step: 9007199254740993n };
  assert.deepEqual(found, [{ ...metric, runId: "r0" }, { ...metric, runId: "r100" }]);
  assert.deepEqual(asked, [100, 1]);
});

Deno.test("metricHistories() refuses an answer that the server has cut off", async () => {
  const metric = { key: "a", value: 1, timestamp: 5, step: 0, run_id: "r" };
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    fetch: () => Response.json({ metrics: Array(25_000).fill(metric) }),
  });
  await assert.rejects(metricHistories(client, { runIds: ["r"], key: "a" }).next(), {
    name: "RangeError",
    message:
      'Cannot give whole histories of "a": expected fewer than 25000 values of 100 runs, got 25000',
  });
});
