import assert from "node:assert/strict";
import { datasetMeta, modelMeta, runMeta, versionMeta } from "./file_store_meta.ts";

const run = { run_id: "r", experiment_id: "0", start_time: "5", status: "3" };

Deno.test("runMeta names the status and takes what old releases left out as MLflow does", () => {
  assert.deepEqual(runMeta.parse({ ...run, end_time: "9", run_name: null, user_id: "ann" }), {
    run_id: "r",
    experiment_id: "0",
    run_name: "",
    user_id: "ann",
    status: "FINISHED",
    start_time: 5,
    end_time: 9,
    artifact_uri: "",
    lifecycle_stage: "active",
  });
  const { status: _status, ...without } = run;
  assert.equal(runMeta.parse(without).status, "RUNNING");
});

Deno.test("the schemas refuse times and statuses that are none", () => {
  for (
    const wrong of [{ start_time: "soon" }, { start_time: "1e30" }, { status: "6" }, {
      status: "0",
    }]
  ) {
    assert.equal(runMeta.safeParse({ ...run, ...wrong }).success, false);
  }
  assert.equal(datasetMeta.safeParse({ name: "a", digest: "d", source: "s" }).success, false);
});

Deno.test("modelMeta and versionMeta read what is null as none", () => {
  const model = { model_id: "m", experiment_id: "0", name: "a", status: "2", model_type: null };
  const { status, model_type, source_run_id } = modelMeta.parse(model);
  assert.deepEqual([status, model_type, source_run_id], ["READY", "", ""]);
  const version = { version: "3", creation_timestamp: "7", current_stage: "None", run_id: null };
  const { run_id, current_stage, version: number } = versionMeta.parse(version);
  assert.deepEqual([run_id, current_stage, number], ["", "None", 3]);
});
