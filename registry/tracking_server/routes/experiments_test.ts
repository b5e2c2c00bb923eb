import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

Deno.test("experiments/create numbers experiments from 1 and get shows all of one", async () => {
  await withTracking(async (send) => {
    const tags = [{ key: "team", value: "energy" }];
    const created = await send("POST", "experiments/create", { name: "a", tags });
    assert.deepEqual(created, { status: 200, json: { experiment_id: "1" } });
    const { json } = await send("GET", "experiments/get?experiment_id=1");
    assert.deepEqual(json.experiment, {
      experiment_id: "1",
      name: "a",
      artifact_location: "mlflow-artifacts:/1",
      lifecycle_stage: "active",
      creation_time: 1001,
      last_update_time: 1001,
      tags,
    });
    const byName = await send("GET", "experiments/get-by-name?experiment_name=a");
    assert.deepEqual(byName.json, json);
  });
});

Deno.test("experiments/create refuses a name that is taken, deleted or not, or too long", async () => {
  await withTracking(async (send) => {
    await send("POST", "experiments/create", { name: "a" });
    await send("POST", "experiments/delete", { experiment_id: "1" });
    const again = await send("POST", "experiments/create", { name: "a" });
    assert.equal(again.status, 400);
    assert.equal(again.json.error_code, "RESOURCE_ALREADY_EXISTS");
    assert.match(again.json.message, /^Experiment\(name=a\) already exists/);
    const long = await send("POST", "experiments/create", { name: "x".repeat(501) });
    assert.match(long.json.message, /exceeds the maximum length of 500/);
  });
});

Deno.test("experiments/get says which experiment is not there", async () => {
  await withTracking(async (send) => {
    assert.deepEqual(await send("GET", "experiments/get?experiment_id=9"), {
      status: 404,
      json: { error_code: "RESOURCE_DOES_NOT_EXIST", message: "No Experiment with id=9 exists" },
    });
    const byName = await send("GET", "experiments/get-by-name?experiment_name=b");
    assert.equal(byName.json.message, "Could not find experiment with name 'b'");
    const text = await send("GET", "experiments/get?experiment_id=nine");
    assert.equal(text.json.error_code, "INVALID_PARAMETER_VALUE");
  });
});

Deno.test("experiments/delete takes the runs along and restore brings them back", async () => {
  await withTracking(async (send) => {
    const { json: { run } } = await send("POST", "runs/create", { experiment_id: "0" });
    const stage = async () =>
      (await send("GET", `runs/get?run_id=${run.info.run_id}`)).json.run.info.lifecycle_stage;
    await send("POST", "experiments/delete", { experiment_id: "0" });
    assert.equal(await stage(), "deleted");
    const write = { experiment_id: "0", key: "a", value: "b" };
    const refused = await send("POST", "experiments/set-experiment-tag", write);
    assert.match(refused.json.message, /^The experiment 0 must be in the 'active' state/);
    await send("POST", "experiments/restore", { experiment_id: "0" });
    assert.equal(await stage(), "active");
  });
});

Deno.test("experiments/update renames, and tags are set, replaced and deleted", async () => {
  await withTracking(async (send) => {
    const key = { experiment_id: "0", key: "k" };
    await send("POST", "experiments/update", { experiment_id: "0", new_name: "b" });
    await send("POST", "experiments/set-experiment-tag", { ...key, value: "1" });
    await send("POST", "experiments/set-experiment-tag", { ...key, value: "2" });
    const read = async () => (await send("GET", "experiments/get?experiment_id=0")).json.experiment;
    assert.deepEqual([(await read()).name, (await read()).tags], ["b", [{ key: "k", value: "2" }]]);
    await send("POST", "experiments/delete-experiment-tag", key);
    assert.equal((await read()).tags, undefined);
    assert.equal((await send("POST", "experiments/delete-experiment-tag", key)).status, 404);
  });
});

Deno.test("experiments/update lets an experiment keep its name, and take no other's", async () => {
  await withTracking(async (send) => {
    await send("POST", "experiments/create", { name: "a" });
    const rename = async (new_name: string) =>
      (await send("POST", "experiments/update", { experiment_id: "1", new_name })).status;
    assert.deepEqual([await rename("a"), await rename("Default")], [200, 400]);
  });
});

Deno.test("experiments: a tag that is set keeps MLflow's rules", async () => {
  await withTracking(async (send) => {
    for (
      const [tag, refusal] of [
        [{ key: "../x", value: "1" }, /^Invalid value "..\/x" for parameter 'key'/],
        [{ key: "a!b", value: "1" }, /^Invalid value "a!b" for parameter 'key'/],
        [{ key: "k".repeat(251), value: "1" }, /^'key' exceeds the maximum length of 250/],
        [{ key: "k", value: "v".repeat(5001) }, /^'value' exceeds the maximum length of 5000/],
      ] as const
    ) {
      const set = await send("POST", "experiments/set-experiment-tag", {
        experiment_id: "0",
        ...tag,
      });
      assert.equal(set.status, 400);
      assert.match(set.json.message, refusal);
    }
    const { json } = await send("GET", "experiments/get?experiment_id=0");
    assert.equal(json.experiment.tags, undefined);
  });
});
