import assert from "node:assert/strict";
import { nthId, withTracking } from "./tracking_fixture.ts";

const path = "/ajax-api/2.0/mlflow/metrics/get-history-bulk";

Deno.test("get-history-bulk answers the histories of runs, with NaN as Python writes it", async () => {
  await withTracking(async (send, app) => {
    await send("POST", "runs/create", {});
    const metric = { key: "loss", timestamp: 1, step: "9007199254740993" };
    await send("POST", "runs/log-batch", {
      run_id: nthId(1),
      metrics: [{ ...metric, value: 0.5 }, { ...metric, value: "NaN", timestamp: 2 }],
    });
    const response = await app.request(`${path}?run_id=${nthId(1)}&metric_key=loss`);
    assert.equal(
      await response.text(),
      `{"metrics":[{"key":"loss","run_id":"${
        nthId(1)
      }","step":9007199254740993,"timestamp":1,"value":0.5},{"key":"loss","run_id":"${
        nthId(1)
      }","step":9007199254740993,"timestamp":2,"value":NaN}]}\n`,
    );
    const limited = await app.request(`${path}?run_id=${nthId(1)}&metric_key=loss&max_results=1`);
    assert.equal((await limited.json()).metrics.length, 1);
  });
});

Deno.test("get-history-bulk says what a request lacks", async () => {
  await withTracking(async (_send, app) => {
    const many = Array.from({ length: 101 }, (_, i) => `run_id=${i}`).join("&");
    for (
      const [query, rule] of [
        ["metric_key=k", "must specify at least one run_id."],
        [`${many}&metric_key=k`, "cannot specify more than 100 run_ids. Received 101 run_ids."],
        ["run_id=1", "must specify a metric_key."],
        ["run_id=1&metric_key=k&max_results=x", "must specify max_results as a whole number."],
      ]
    ) {
      const response = await app.request(`${path}?${query}`);
      assert.equal(response.status, 400);
      assert.deepEqual(await response.json(), {
        error_code: "INVALID_PARAMETER_VALUE",
        message: `GetMetricHistoryBulk request ${rule}`,
      });
    }
  });
});
