import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

Deno.test("model-versions: numbered from 1, described, tagged, and deleted for good", async () => {
  await withTracking(async (send) => {
    await send("POST", "registered-models/create", { name: "a" });
    const source = "mlflow-artifacts:/0/r/artifacts/model";
    const create = () => send("POST", "model-versions/create", { name: "a", source, run_id: "r" });
    assert.deepEqual((await create()).json.model_version, {
      name: "a",
      version: "1",
      creation_timestamp: 1002,
      last_updated_timestamp: 1002,
      current_stage: "None",
      description: "",
      source,
      run_id: "r",
      run_link: "",
      status: "READY",
    });
    const key = { name: "a", version: "1" };
    await send("PATCH", "model-versions/update", { ...key, description: "words" });
    await send("POST", "model-versions/set-tag", { ...key, key: "t", value: "1" });
    await send("POST", "model-versions/set-tag", { ...key, key: "u", value: "2" });
    await send("DELETE", "model-versions/delete-tag", { ...key, key: "u" });
    const { model_version } = (await send("GET", "model-versions/get?name=a&version=1")).json;
    assert.equal(model_version.description, "words");
    assert.deepEqual(model_version.tags, [{ key: "t", value: "1" }]);
    await send("DELETE", "model-versions/delete", key);
    assert.deepEqual(await send("GET", "model-versions/get?name=a&version=1"), {
      status: 404,
      json: {
        error_code: "RESOURCE_DOES_NOT_EXIST",
        message: "Model Version (name=a, version=1) not found",
      },
    });
    assert.equal((await create()).json.model_version.version, "2");
    assert.equal((await send("GET", "model-versions/get?name=a&version=one")).status, 400);
  });
});

Deno.test("model-versions/create follows the source to the files and their run", async () => {
  await withTracking(async (send) => {
    await send("POST", "registered-models/create", { name: "a" });
    await send("POST", "logged-models", { experiment_id: "0", name: "m", source_run_id: "r" });
    const files = `mlflow-artifacts:/0/models/m-${nthId(1)}/artifacts`;
    const sources = [`models:/m-${nthId(1)}`, "models:/a/1", "models:/a@champion"];
    for (const [i, source] of sources.entries()) {
      const { json } = await send("POST", "model-versions/create", { name: "a", source });
      assert.equal(json.model_version.source, source);
      assert.equal(json.model_version.run_id, i === 0 ? "r" : "");
      const path = `model-versions/get-download-uri?name=a&version=${i + 1}`;
      assert.deepEqual((await send("GET", path)).json, { artifact_uri: files });
      const champion = { name: "a", alias: "champion", version: "1" };
      await send("POST", "registered-models/alias", champion);
    }
  });
});

Deno.test("model-versions/create refuses sources that leave their root", async () => {
  await withTracking(async (send) => {
    await send("POST", "registered-models/create", { name: "a" });
    const sources = [
      "mlflow-artifacts:/0/../../etc",
      "mlflow-artifacts:/0/%2e%2e/x",
      "s3://bucket/%252e%252e/x",
      "https://host/a/../b",
      "/etc/passwd",
      "file:///etc",
      "relative",
      "models:/nonsense",
      "models:/a/latest",
      "models:/a/Production",
      "models:/a@",
      "models:/a/1/MLmodel",
      `mlflow-artifacts:/0/%${"25".repeat(50_000)}`,
    ];
    for (const source of sources) {
      const { status, json } = await send("POST", "model-versions/create", { name: "a", source });
      assert.equal(status, 400, source);
      assert.match(json.message, /^Invalid model version source: '/);
    }
    for (
      const [source, status] of [["models:/m-none", 404], ["models:/b/1", 404], [
        "models:/a@b",
        400,
      ]]
    ) {
      const answer = await send("POST", "model-versions/create", { name: "a", source });
      assert.equal(answer.status, status);
    }
    assert.equal((await send("GET", "model-versions/search")).json.model_versions, undefined);
    const nobody = { name: "nobody", source: "s3://a/b" };
    assert.equal((await send("POST", "model-versions/create", nobody)).status, 404);
  });
});
