import assert from "node:assert/strict";
import { fileList, modelMetricsRecord, runRecord } from "./server_records.ts";

Deno.test("runRecord takes what MLflow's JSON leaves out as empty", () => {
  const info = {
    run_id: "r",
    experiment_id: "0",
    status: "RUNNING",
    start_time: "5",
    lifecycle_stage: "active",
  };
  assert.deepEqual(runRecord.parse({ info, data: {} }), {
    id: "r",
    experimentId: "0",
    name: "",
    userId: "",
    status: "RUNNING",
    startTime: 5,
    endTime: undefined,
    lifecycle: "active",
    params: {},
    tags: {},
    metricKeys: [],
    datasets: [],
    modelInputs: [],
    modelOutputs: [],
  });
});

Deno.test("modelMetricsRecord and fileList read numbers that travel as text", () => {
  const metrics = [{ key: "auc", value: "NaN", timestamp: "7", model_id: "m", run_id: "r" }];
  assert.deepEqual(modelMetricsRecord.parse({ info: {}, data: { metrics } }), [
    { key: "auc", value: NaN, timestamp: 7, step: 0, runId: "r" },
  ]);
  assert.deepEqual(modelMetricsRecord.parse({ info: {} }), []);
  const files = [{ path: "a", is_dir: true }, { path: "b", is_dir: false, file_size: "12" }];
  assert.deepEqual(fileList.parse({ files }), [
    { path: "a", isFolder: true, size: 0 },
    { path: "b", isFolder: false, size: 12 },
  ]);
});
