import assert from "node:assert/strict";
import { type Send, withTracking } from "../tracking_fixture.ts";

const path = "registered-models/alias";

async function addVersions(send: Send): Promise<void> {
  await send("POST", "registered-models/create", { name: "a" });
  for (let i = 0; i < 2; i++) {
    await send("POST", "model-versions/create", { name: "a", source: "mlflow-artifacts:/0/r" });
  }
}

Deno.test("registered-models/alias moves, shows in model and version, and goes", async () => {
  await withTracking(async (send) => {
    await addVersions(send);
    const key = { name: "a", alias: "champion" };
    for (const version of ["1", "2"]) await send("POST", path, { ...key, version });
    const { json } = await send("GET", `${path}?name=a&alias=champion`);
    assert.deepEqual([json.model_version.version, json.model_version.aliases], ["2", ["champion"]]);
    const { registered_model } = (await send("GET", "registered-models/get?name=a")).json;
    assert.deepEqual(registered_model.aliases, [{ alias: "champion", version: "2" }]);
    await send("DELETE", path, key);
    assert.deepEqual(await send("DELETE", path, key), { status: 200, json: {} });
    assert.deepEqual(await send("GET", `${path}?name=a&alias=champion`), {
      status: 400,
      json: {
        error_code: "INVALID_PARAMETER_VALUE",
        message: "Registered model alias champion not found.",
      },
    });
  });
});

Deno.test("registered-models/alias goes with its version", async () => {
  await withTracking(async (send) => {
    await addVersions(send);
    await send("POST", path, { name: "a", alias: "champion", version: "1" });
    await send("DELETE", "model-versions/delete", { name: "a", version: "1" });
    assert.equal((await send("GET", `${path}?name=a&alias=champion`)).status, 400);
  });
});

Deno.test("registered-models/alias refuses reserved names and versions that are not there", async () => {
  await withTracking(async (send) => {
    await addVersions(send);
    for (const alias of ["latest", "LATEST", "v1", "a b", "a/b", "x".repeat(256)]) {
      const { json } = await send("POST", path, { name: "a", alias, version: "1" });
      assert.equal(json.error_code, "INVALID_PARAMETER_VALUE", alias);
    }
    assert.equal((await send("POST", path, { name: "a", alias: "b", version: "3" })).status, 404);
  });
});
