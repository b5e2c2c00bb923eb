import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

Deno.test("runs/log-inputs and runs/outputs are in the run, once", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const run_id = nthId(1);
    const dataset = { name: "a", digest: "d", source_type: "local", source: "{}", profile: "{}" };
    const tags = [{ key: "mlflow.data.context", value: "training" }];
    const inputs = { run_id, datasets: [{ dataset, tags }], models: [{ model_id: "m-1" }] };
    await send("POST", "runs/log-inputs", inputs);
    await send("POST", "runs/log-inputs", inputs);
    await send("POST", "runs/outputs", { run_id, models: [{ model_id: "m-2", step: 1 }] });
    const again = await send("POST", "runs/outputs", {
      run_id,
      models: [{ model_id: "m-2", step: 4 }],
    });
    assert.equal(again.json.message, "Cannot log the output m-2: expected its step 1, got 4");
    const { run } = (await send("GET", `runs/get?run_id=${run_id}`)).json;
    assert.deepEqual(run.inputs, {
      dataset_inputs: [{ tags, dataset }],
      model_inputs: [{ model_id: "m-1" }],
    });
    assert.deepEqual(run.outputs, { model_outputs: [{ model_id: "m-2", step: 1 }] });
  });
});

Deno.test("runs/log-inputs bounds what tells a data set", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const dataset = { name: "a", digest: "d".repeat(37), source_type: "local", source: "{}" };
    const inputs = { run_id: nthId(1), datasets: [{ dataset }] };
    const { json } = await send("POST", "runs/log-inputs", inputs);
    assert.equal(json.message, "'digest' exceeds the maximum length of 36 characters");
  });
});
