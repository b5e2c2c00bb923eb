import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /v2/health/live answers although no model is loaded", async () => {
  await using deps = await hostelDeps();
  await deps.loader.unload("energy-anomaly");
  const response = await createApp(deps).request("/v2/health/live");
  assert.deepEqual([response.status, await response.json()], [200, { live: true }]);
});
