import assert from "node:assert/strict";
import { nthId, type Send, withTracking } from "../tracking_fixture.ts";

const run_id = nthId(1);

async function dataOf(send: Send) {
  return (await send("GET", `runs/get?run_id=${run_id}`)).json.run.data;
}

Deno.test("runs/log-metric keeps the latest by step, then time, then value", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const log = (step: number, timestamp: number, value: number) =>
      send("POST", "runs/log-metric", { run_id, key: "m", value, timestamp, step });
    await log(1, 10, 0.5);
    await log(0, 99, 0.9);
    assert.deepEqual((await dataOf(send)).metrics, [{
      key: "m",
      value: 0.5,
      timestamp: 10,
      step: 1,
    }]);
    await log(1, 10, 0.7);
    await log(1, 10, 0.6);
    assert.equal((await dataOf(send)).metrics[0].value, 0.7);
    await log(1, 11, 0.1);
    assert.equal((await dataOf(send)).metrics[0].value, 0.1);
    assert.equal((await log(0, -1, 0)).status, 400);
  });
});

Deno.test("runs/log-metric takes NaN, the infinities and every int64 step", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const log = (key: string, value: string, step: string) =>
      send("POST", "runs/log-metric", { run_id, key, value, timestamp: 1, step });
    await log("nan", "NaN", "-3");
    await log("up", "Infinity", "0");
    await log("down", "-Infinity", "7");
    assert.deepEqual((await dataOf(send)).metrics, [
      { key: "down", value: -Number.MAX_VALUE, timestamp: 1, step: 7 },
      { key: "nan", value: "NaN", timestamp: 1, step: -3 },
      { key: "up", value: Number.MAX_VALUE, timestamp: 1, step: 0 },
    ]);
  });
});

Deno.test("runs/log-parameter keeps its first value", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const log = (value: string) => send("POST", "runs/log-parameter", { run_id, key: "p", value });
    assert.equal((await log("1")).status, 200);
    assert.equal((await log("1")).status, 200);
    assert.deepEqual(await log("2"), {
      status: 400,
      json: {
        error_code: "INVALID_PARAMETER_VALUE",
        message:
          `Changing param values is not allowed. Param with key='p' was already logged with value='1' for run ID='${run_id}'. Attempted logging new value '2'.`,
      },
    });
    assert.deepEqual((await dataOf(send)).params, [{ key: "p", value: "1" }]);
  });
});

Deno.test("runs/set-tag and runs/log-batch rename the run by its name's tag", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", { run_name: "a" });
    const named = async (name: string) => {
      const filter = `run_name = '${name}'`;
      const { json } = await send("POST", "runs/search", { experiment_ids: ["0"], filter });
      return json.runs[0].info.run_name;
    };
    await send("POST", "runs/set-tag", { run_id, key: "mlflow.runName", value: "b" });
    assert.equal(await named("b"), "b");
    const tags = [{ key: "mlflow.runName", value: "c" }];
    await send("POST", "runs/log-batch", { run_id, tags });
    assert.equal(await named("c"), "c");
  });
});

Deno.test("runs/set-tag replaces, cuts a long value, and delete-tag says what is not there", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", { run_name: "a" });
    await send("POST", "runs/set-tag", { run_id, key: "t", value: "1" });
    await send("POST", "runs/set-tag", { run_id, key: "t", value: "x".repeat(9000) });
    assert.equal((await dataOf(send)).tags[1].value.length, 8000);
    await send("POST", "runs/delete-tag", { run_id, key: "t" });
    const { status, json } = await send("POST", "runs/delete-tag", { run_id, key: "t" });
    assert.deepEqual([status, json.message], [404, `No tag with name: t in run with id ${run_id}`]);
  });
});
