import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("POST /v2/repository/index tells what is loaded and what was unloaded", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  const index = async (body?: string) =>
    await (await app.request("/v2/repository/index", { method: "POST", body })).json();
  const model = { name: "energy-anomaly", version: "3" };
  assert.deepEqual(await index(), [{ ...model, state: "READY", reason: "" }]);
  await deps.loader.unload("energy-anomaly");
  assert.deepEqual(await index("{}"), [{ ...model, state: "UNAVAILABLE", reason: "unloaded" }]);
  assert.deepEqual(await index('{"ready": true}'), []);
  assert.deepEqual(await index("5"), { error: "Cannot read the body: expected an object, got 5" });
});
