import assert from "node:assert/strict";
import { nthId, type Send, withTracking } from "../tracking_fixture.ts";

const run_id = nthId(1);

async function dataOf(send: Send) {
  return (await send("GET", `runs/get?run_id=${run_id}`)).json.run.data;
}

Deno.test("runs/log-batch writes all or nothing", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", { run_name: "a" });
    const batch = {
      run_id,
      metrics: [{ key: "m", value: 1, timestamp: 1, step: 0 }],
      params: [{ key: "p", value: "1" }],
      tags: [{ key: "t", value: "1" }],
    };
    assert.deepEqual(await send("POST", "runs/log-batch", batch), { status: 200, json: {} });
    assert.equal((await send("POST", "runs/log-batch", batch)).status, 200);
    const before = await dataOf(send);
    assert.deepEqual(before, {
      metrics: batch.metrics,
      params: batch.params,
      tags: [{ key: "mlflow.runName", value: "a" }, { key: "t", value: "1" }],
    });
    const clash = {
      run_id,
      metrics: [{ key: "n", value: 1, timestamp: 1 }],
      params: [{ key: "q", value: "1" }, { key: "p", value: "2" }],
    };
    const message =
      `Changing param values is not allowed. Params were already logged='[{'key': 'p', 'old_value': '1', 'new_value': '2'}]' for run ID='${run_id}'.`;
    assert.deepEqual(await send("POST", "runs/log-batch", clash), {
      status: 400,
      json: { error_code: "INVALID_PARAMETER_VALUE", message },
    });
    assert.deepEqual(await dataOf(send), before);
  });
});

Deno.test("runs/log-batch holds MLflow's limits and refuses a key twice", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ key: `k${i}`, value: "1" }));
    const metrics = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ key: "m", value: i, timestamp: 1 }));
    const message = async (batch: object) =>
      (await send("POST", "runs/log-batch", { run_id, ...batch })).json.message;
    assert.match(await message({ params: many(101) }), /at most 100 params. Got 101 params/);
    assert.match(await message({ tags: many(101) }), /at most 100 tags/);
    assert.match(await message({ metrics: metrics(1001) }), /at most 1000 metrics/);
    assert.match(
      await message({ metrics: metrics(950), tags: many(51) }),
      /Got 1001 metrics, params, and tags/,
    );
    assert.equal(await message({ metrics: metrics(900), params: many(100) }), undefined);
    const twice = [{ key: "z", value: "1" }, { key: "z", value: "1" }];
    assert.match(await message({ params: twice }), /Duplicate parameter keys/);
  });
});
