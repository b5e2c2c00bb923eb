import assert from "node:assert/strict";
import {
  createLoggedModel,
  createModelVersion,
  createRegisteredModel,
  setModelAlias,
} from "./client/mod.ts";
import { withClient } from "./client/client_fixture.ts";
import { parseModelUri, resolveModelUri } from "./model_uri.ts";

Deno.test("parseModelUri() tells versions, aliases and logged models apart", () => {
  const modelId = `m-${"0f".repeat(16)}`;
  assert.deepEqual(parseModelUri("models:/a b/12"), { name: "a b", version: "12" });
  assert.deepEqual(parseModelUri("models:/a@champion"), { name: "a", alias: "champion" });
  assert.deepEqual(parseModelUri(`models:/${modelId}`), { modelId });
});

Deno.test("parseModelUri() refuses everything else", () => {
  for (
    const uri of [
      "",
      "models:/a",
      "models:/a/0",
      "models:/a/latest",
      "models:/a/1@b",
      "runs:/a/b",
      "models:/m-1",
    ]
  ) {
    assert.throws(() => parseModelUri(uri), {
      name: "SyntaxError",
      message:
        `Cannot read a model URI: expected models:/name/version, models:/name@alias or models:/m-…, got "${uri}"`,
    });
  }
});

Deno.test("resolveModelUri() follows every kind to the same files", async () => {
  await withClient(async (client) => {
    const start = { experimentId: "0", name: "m", sourceRunId: "r" };
    const { modelId, artifactUri } = await createLoggedModel(client, start);
    await createRegisteredModel(client, { name: "a" });
    await createModelVersion(client, { name: "a", source: `models:/${modelId}` });
    await setModelAlias(client, { name: "a", alias: "champion", version: "1" });
    for (const uri of [`models:/${modelId}`, "models:/a/1", "models:/a@champion"]) {
      const resolved = await resolveModelUri(client, uri);
      assert.equal(resolved.artifactUri, artifactUri, uri);
      assert.equal(resolved.version?.version, uri.includes("m-") ? undefined : "1");
    }
    await assert.rejects(resolveModelUri(client, "models:/a@nobody"), {
      errorCode: "INVALID_PARAMETER_VALUE",
    });
  });
});
