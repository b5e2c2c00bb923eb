import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

const model_id = `m-${nthId(1)}`;

Deno.test("logged-models: created pending, finalized ready, tagged and deleted", async () => {
  await withTracking(async (send) => {
    const start = {
      experiment_id: "0",
      name: "energy-anomaly",
      source_run_id: "r",
      params: [{ key: "p", value: "1" }],
      tags: [{ key: "t", value: "1" }],
    };
    const { json } = await send("POST", "logged-models", start);
    assert.deepEqual(json.model, {
      info: {
        model_id,
        experiment_id: "0",
        name: "energy-anomaly",
        model_type: "",
        source_run_id: "r",
        status: "LOGGED_MODEL_PENDING",
        artifact_uri: `mlflow-artifacts:/0/models/${model_id}/artifacts`,
        creation_timestamp_ms: 1001,
        last_updated_timestamp_ms: 1001,
        tags: start.tags,
      },
      data: { params: start.params },
    });
    const path = `logged-models/${model_id}`;
    const ready = await send("PATCH", path, { status: "LOGGED_MODEL_READY" });
    assert.equal(ready.json.model.info.status, "LOGGED_MODEL_READY");
    const failed = await send("PATCH", path, { status: 3 });
    assert.equal(failed.json.model.info.status, "LOGGED_MODEL_UPLOAD_FAILED");
    const unknown = await send("PATCH", path, { status: "READY" });
    assert.equal(unknown.json.model.info.status, "LOGGED_MODEL_STATUS_UNSPECIFIED");
    await send("PATCH", `${path}/tags`, {
      tags: [{ key: "t", value: "2" }, { key: "u", value: "3" }],
    });
    await send("DELETE", `${path}/tags/u`);
    await send("POST", `${path}/params`, { params: [{ key: "q", value: "2" }] });
    const changed = await send("POST", `${path}/params`, { params: [{ key: "q", value: "3" }] });
    assert.match(changed.json.message, /^Changing param values is not allowed/);
    const { model } = (await send("GET", path)).json;
    assert.deepEqual(model.info.tags, [{ key: "t", value: "2" }]);
    assert.deepEqual(model.data.params, [{ key: "p", value: "1" }, { key: "q", value: "2" }]);
    assert.equal((await send("DELETE", `${path}/tags/u`)).status, 404);
    await send("DELETE", path);
    assert.equal(
      (await send("GET", path)).json.message,
      `Logged model with ID '${model_id}' not found.`,
    );
  });
});

Deno.test("logged-models: metrics that name the model show in it", async () => {
  await withTracking(async (send) => {
    await send("POST", "logged-models", { experiment_id: "0", name: "m" });
    await send("POST", "runs/create", {});
    const run_id = nthId(2);
    const auc = { key: "auc", value: 0.9, timestamp: 5, step: 1, model_id };
    const measured = { ...auc, dataset_name: "test", dataset_digest: "d1" };
    await send("POST", "runs/log-metric", { run_id, ...measured });
    await send("POST", "runs/log-batch", { run_id, metrics: [{ ...auc, key: "f1" }] });
    const { model } = (await send("GET", `logged-models/${model_id}`)).json;
    assert.deepEqual(model.data.metrics, [
      { ...measured, run_id },
      { ...auc, key: "f1", run_id },
    ]);
    const nobody = { run_id, ...auc, model_id: "m-none" };
    assert.equal((await send("POST", "runs/log-metric", nobody)).status, 404);
    const { run } = (await send("GET", `runs/get?run_id=${run_id}`)).json;
    assert.deepEqual(
      run.data.metrics,
      ["auc", "f1"].map((key) => (
        { key, value: 0.9, timestamp: 5, step: 1 }
      )),
    );
  });
});

Deno.test("logged-models: a name must not hold signs that URIs use", async () => {
  await withTracking(async (send) => {
    for (const name of ["a/b", "a:b", "a.b", "a%b", 'a"b', "a'b"]) {
      assert.equal(
        (await send("POST", "logged-models", { experiment_id: "0", name })).status,
        400,
        name,
      );
    }
    const nameless = await send("POST", "logged-models", { experiment_id: "0", name: "" });
    assert.equal(nameless.json.model.info.name, "amber-ampere-0");
  });
});
