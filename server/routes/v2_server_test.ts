import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /v2 names the server and the extensions by Triton's names", async () => {
  await using deps = await hostelDeps();
  assert.deepEqual(await (await createApp(deps).request("/v2")).json(), {
    name: "wattbook",
    version: "1",
    extensions: ["binary_tensor_data", "model_repository", "statistics"],
  });
});
