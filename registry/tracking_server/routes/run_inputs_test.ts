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
    await send("POST", "runs/outputs", { run_id, models: [{ model_id: "m-2", step: 4 }] });
    const { run } = (await send("GET", `runs/get?run_id=${run_id}`)).json;
    assert.deepEqual(run.inputs, {
      dataset_inputs: [{ tags, dataset }],
      model_inputs: [{ model_id: "m-1" }],
    });
    assert.deepEqual(run.outputs, { model_outputs: [{ model_id: "m-2", step: 4 }] });
  });
});

Deno.test("runs/log-inputs names what a data set lacks", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const datasets = [{ dataset: { name: "a", source_type: "local", source: "{}" } }];
    const { json } = await send("POST", "runs/log-inputs", { run_id: nthId(1), datasets });
    assert.match(
      json.message,
      /^Missing value for required parameter 'datasets\[0\].dataset.digest'/,
    );
  });
});
