import assert from "node:assert/strict";
import { loggedModel, wireStatus } from "./logged_model.ts";

Deno.test("loggedModel reads what was measured of a model, and on what", () => {
  const metric = { key: "auc", value: 0.9, timestamp: 5, step: 0 };
  const json = {
    info: {
      model_id: "m-1",
      experiment_id: "4",
      name: "energy",
      status: wireStatus.UPLOAD_FAILED,
      artifact_uri: "mlflow-artifacts:/4/models/m-1/artifacts",
      creation_timestamp_ms: 5,
      last_updated_timestamp_ms: 6,
    },
    data: { metrics: [{ ...metric, dataset_name: "d", dataset_digest: "x", run_id: "r" }] },
  };
  assert.deepEqual(loggedModel.parse(json), {
    modelId: "m-1",
    experimentId: "4",
    name: "energy",
    modelType: "",
    sourceRunId: "",
    status: "UPLOAD_FAILED",
    artifactUri: "mlflow-artifacts:/4/models/m-1/artifacts",
    creationTime: 5,
    lastUpdateTime: 6,
    tags: {},
    params: {},
    metrics: [{ ...metric, dataset: { name: "d", digest: "x" } }],
  });
});
