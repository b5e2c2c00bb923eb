import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

Deno.test("runs/create answers the whole run, named by the argument, the tag or its id", async () => {
  await withTracking(async (send) => {
    const start = { experiment_id: "0", run_name: "nightly", start_time: 5, user_id: "me" };
    const { json } = await send("POST", "runs/create", start);
    assert.deepEqual(json.run, {
      info: {
        run_id: nthId(1),
        run_uuid: nthId(1),
        run_name: "nightly",
        experiment_id: "0",
        user_id: "me",
        status: "RUNNING",
        start_time: 5,
        artifact_uri: `mlflow-artifacts:/0/${nthId(1)}/artifacts`,
        lifecycle_stage: "active",
      },
      data: { tags: [{ key: "mlflow.runName", value: "nightly" }] },
      inputs: {},
    });
    const tagged = { tags: [{ key: "mlflow.runName", value: "tagged" }] };
    assert.equal((await send("POST", "runs/create", tagged)).json.run.info.run_name, "tagged");
    assert.equal((await send("POST", "runs/create", {})).json.run.info.run_name, "amber-ampere-0");
    const both = await send("POST", "runs/create", { run_name: "a", ...tagged });
    assert.match(both.json.message, /with different values/);
  });
});

Deno.test("runs/update changes what is given, and the name in both its places", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", { run_name: "a" });
    const id = { run_id: nthId(1) };
    const ended = await send("POST", "runs/update", { ...id, status: "FINISHED", end_time: 9 });
    assert.deepEqual([ended.json.run_info.status, ended.json.run_info.end_time], ["FINISHED", 9]);
    const renamed = await send("POST", "runs/update", { ...id, run_name: "b" });
    assert.deepEqual(
      [
        renamed.json.run_info.run_name,
        renamed.json.run_info.status,
        renamed.json.run_info.end_time,
      ],
      ["b", "FINISHED", 9],
    );
    const { json } = await send("GET", `runs/get?run_uuid=${nthId(1)}`);
    assert.deepEqual(json.run.data.tags, [{ key: "mlflow.runName", value: "b" }]);
    assert.equal((await send("POST", "runs/update", { ...id, status: 9 })).status, 400);
    const byNumber = await send("POST", "runs/update", { ...id, status: 4 });
    assert.equal(byNumber.json.run_info.status, "FAILED");
  });
});

Deno.test("a deleted run can be read and restored, not written", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const id = { run_id: nthId(1) };
    await send("POST", "runs/delete", id);
    await send("POST", "runs/delete", id);
    const { json } = await send("POST", "runs/update", { ...id, run_name: "b" });
    assert.deepEqual(json, {
      error_code: "INVALID_PARAMETER_VALUE",
      message: `The run ${nthId(1)} must be in the 'active' state. Current state is deleted.`,
    });
    assert.equal((await send("GET", `runs/get?run_id=${nthId(1)}`)).status, 200);
    await send("POST", "runs/restore", id);
    assert.equal((await send("POST", "runs/update", { ...id, run_name: "b" })).status, 200);
  });
});

Deno.test("runs/get says which run is not there, and asks for an id", async () => {
  await withTracking(async (send) => {
    assert.deepEqual(await send("GET", "runs/get?run_id=x"), {
      status: 404,
      json: { error_code: "RESOURCE_DOES_NOT_EXIST", message: "Run with id=x not found" },
    });
    assert.match((await send("GET", "runs/get")).json.message, /required parameter 'run_id'/);
  });
});
