import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

Deno.test("registered-models: created, described, tagged, renamed and deleted", async () => {
  await withTracking(async (send) => {
    const tags = [{ key: "t", value: "1" }];
    const { json } = await send("POST", "registered-models/create", { name: "a", tags });
    const created = { name: "a", creation_timestamp: 1001, last_updated_timestamp: 1001, tags };
    assert.deepEqual(json, { registered_model: created });
    await send("PATCH", "registered-models/update", { name: "a", description: "words" });
    await send("POST", "registered-models/set-tag", { name: "a", key: "u", value: "2" });
    await send("DELETE", "registered-models/delete-tag", { name: "a", key: "t" });
    await send("DELETE", "registered-models/delete-tag", { name: "a", key: "t" });
    await send("POST", "model-versions/create", { name: "a", source: "mlflow-artifacts:/0/r" });
    const renamed = await send("POST", "registered-models/rename", { name: "a", new_name: "b" });
    const { registered_model: model } = renamed.json;
    const kept = await send("POST", "registered-models/rename", { name: "b", new_name: "b" });
    assert.deepEqual([kept.status, kept.json.registered_model.name], [200, "b"]);
    assert.deepEqual(
      [model.name, model.description, model.tags, model.latest_versions[0].name],
      ["b", "words", [{ key: "u", value: "2" }], "b"],
    );
    // A version changes with its name, as in MLflow.
    const [version] = kept.json.registered_model.latest_versions as unknown as readonly object[];
    const { last_updated_timestamp } = kept.json.registered_model;
    assert.deepEqual({ ...version, last_updated_timestamp }, version);
    await send("DELETE", "registered-models/delete", { name: "b" });
    assert.deepEqual(await send("GET", "registered-models/get?name=b"), {
      status: 404,
      json: {
        error_code: "RESOURCE_DOES_NOT_EXIST",
        message: "Registered Model with name=b not found",
      },
    });
    assert.equal((await send("GET", "model-versions/get?name=b&version=1")).status, 404);
  });
});

Deno.test("registered-models/create refuses a taken name and signs that URIs use", async () => {
  await withTracking(async (send) => {
    await send("POST", "registered-models/create", { name: "a" });
    const again = await send("POST", "registered-models/create", { name: "a" });
    assert.equal(again.json.error_code, "RESOURCE_ALREADY_EXISTS");
    assert.match(again.json.message, /^Registered Model \(name=a\) already exists/);
    for (const name of ["a/b", "a:b", " "]) {
      assert.equal((await send("POST", "registered-models/create", { name })).status, 400, name);
    }
    assert.equal((await send("POST", "registered-models/create", { name: "A" })).status, 200);
  });
});

Deno.test("registered-models/get-latest-versions gives the highest version of a stage", async () => {
  await withTracking(async (send) => {
    await send("POST", "registered-models/create", { name: "a" });
    for (const source of ["mlflow-artifacts:/0/r", "mlflow-artifacts:/0/s"]) {
      await send("POST", "model-versions/create", { name: "a", source });
    }
    const versions = async (
      request: Promise<{ json: { model_versions?: { version: string }[] } }>,
    ) => (await request).json.model_versions?.map(({ version }) => version);
    const path = "registered-models/get-latest-versions";
    assert.deepEqual(await versions(send("GET", `${path}?name=a`)), ["2"]);
    assert.deepEqual(await versions(send("POST", path, { name: "a", stages: ["none"] })), ["2"]);
    assert.equal(
      await versions(send("POST", path, { name: "a", stages: ["Production"] })),
      undefined,
    );
  });
});

Deno.test("registered-models and model-versions: tags keep MLflow's rules", async () => {
  await withTracking(async (send) => {
    await send("POST", "registered-models/create", { name: "a" });
    const version = { name: "a", source: "mlflow-artifacts:/0/r" };
    await send("POST", "model-versions/create", version);
    for (
      const [tag, refusal] of [
        [{ key: "../x", value: "1" }, /^Invalid value "..\/x" for parameter 'key'/],
        [{ key: "k", value: "v".repeat(100_001) }, /^'value' exceeds the maximum length of 100000/],
      ] as const
    ) {
      for (
        const [path, json] of [
          ["registered-models/set-tag", { name: "a", ...tag }],
          ["registered-models/create", { name: "b", tags: [tag] }],
          ["model-versions/set-tag", { name: "a", version: "1", ...tag }],
          ["model-versions/create", { ...version, tags: [tag] }],
        ] as const
      ) {
        const answer = await send("POST", path, json);
        assert.equal(answer.status, 400, path);
        assert.match(answer.json.message, refusal);
      }
    }
    assert.equal((await send("GET", "registered-models/get?name=b")).status, 404);
    assert.equal((await send("GET", "model-versions/get?name=a&version=2")).status, 404);
  });
});
