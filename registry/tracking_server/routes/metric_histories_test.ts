import assert from "node:assert/strict";
import { nthId, type Send, withTracking } from "../tracking_fixture.ts";

async function logSteps(send: Send, count: number): Promise<string> {
  const { json } = await send("POST", "runs/create", {});
  const run_id = String(json.run.info.run_id);
  const metrics = Array.from(
    { length: count },
    (_, step) => ({ key: "loss", value: 10, timestamp: 1, step }),
  );
  await send("POST", "runs/log-batch", { run_id, metrics });
  return run_id;
}

const path = "metrics/get-history-bulk-interval";

Deno.test("/metrics/get-history-bulk-interval thins out the history of a run", async () => {
  await withTracking(async (send) => {
    const run_id = await logSteps(send, 10);
    const query = `${path}?run_ids=${run_id}&metric_key=loss`;
    const steps = async (more: string) => {
      const { json } = await send<{ metrics: { step: number }[] }>("GET", `${query}${more}`);
      return json.metrics.map(({ step }) => step);
    };
    assert.deepEqual(await steps("&max_results=5"), [0, 2, 4, 6, 8, 9]);
    assert.deepEqual(await steps("&max_results=5&start_step=0&end_step=4"), [0, 1, 2, 3, 4]);
    assert.deepEqual(await steps(""), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const { json } = await send("GET", `${path}?run_ids=${nthId(9)}&metric_key=loss`);
    assert.deepEqual(json, {});
  });
});

Deno.test("/metrics/get-history-bulk-interval says what is wrong with a range", async () => {
  await withTracking(async (send) => {
    const many = Array.from({ length: 101 }, (_, i) => `run_ids=${i}`).join("&");
    const cases: [string, RegExp][] = [
      ["metric_key=k", /^Missing value for required parameter 'run_ids'\./],
      ["run_ids=1", /^Missing value for required parameter 'metric_key'\./],
      [`${many}&metric_key=k`, /must specify at most 100 run_ids\. Received 101 run_ids\./],
      ["run_ids=1&metric_key=k&max_results=0", /^max_results must be between 1 and 2500\./],
      ["run_ids=1&metric_key=k&max_results=2501", /^max_results must be between 1 and 2500\./],
      ["run_ids=1&metric_key=k&start_step=1", /^If either start step or end step are specified/],
      [
        "run_ids=1&metric_key=k&start_step=1&end_step=0",
        /^end_step must be greater than start_step\. Found start_step=1 and end_step=0\.$/,
      ],
    ];
    for (const [query, message] of cases) {
      const { status, json } = await send("GET", `${path}?${query}`);
      assert.equal(status, 400, query);
      assert.match(json.message, message);
    }
  });
});
