import assert from "node:assert/strict";
import { run } from "./run.ts";

Deno.test("run reads all that a server says of a run", () => {
  const json = {
    info: {
      run_id: "r",
      run_uuid: "r",
      run_name: "nightly",
      experiment_id: "4",
      user_id: "me",
      status: "FINISHED",
      start_time: 5,
      end_time: "9",
      artifact_uri: "mlflow-artifacts:/4/r/artifacts",
      lifecycle_stage: "active",
    },
    data: {
      metrics: [{ key: "loss", value: "NaN", timestamp: 6, step: 3 }],
      params: [{ key: "trees", value: "100" }],
      tags: [{ key: "empty" }],
    },
    inputs: {
      dataset_inputs: [{
        tags: [{ key: "mlflow.data.context", value: "training" }],
        dataset: { name: "meters", digest: "d", source_type: "local", source: "{}" },
      }],
      model_inputs: [{ model_id: "m-1" }],
    },
    outputs: { model_outputs: [{ model_id: "m-2", step: 0 }] },
  };
  assert.deepEqual(run.parse(json), {
    runId: "r",
    runName: "nightly",
    experimentId: "4",
    userId: "me",
    status: "FINISHED",
    startTime: 5,
    endTime: 9,
    artifactUri: "mlflow-artifacts:/4/r/artifacts",
    lifecycleStage: "active",
    metrics: { loss: NaN },
    params: { trees: "100" },
    tags: { empty: "" },
    modelInputs: ["m-1"],
    modelOutputs: ["m-2"],
    datasets: [{ name: "meters", digest: "d", tags: { "mlflow.data.context": "training" } }],
  });
});
