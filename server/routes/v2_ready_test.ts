import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /v2/health/ready tells a server with a model from one without", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  const ready = await app.request("/v2/health/ready");
  assert.deepEqual([ready.status, await ready.json()], [200, { live: true, ready: true }]);
  await deps.loader.unload("energy-anomaly");
  const refused = await app.request("/v2/health/ready");
  assert.deepEqual([refused.status, await refused.json()], [503, {
    error: "Cannot score as no model is loaded",
  }]);
  assert.equal(refused.headers.get("retry-after"), "1");
});

Deno.test("GET /v2/health/ready and that of a model say no once the server stops, but it lives", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  await app.drain();
  for (const path of ["/v2/health/ready", "/v2/models/energy-anomaly/ready"]) {
    const { status, headers } = await app.request(path);
    assert.deepEqual(
      [status, headers.get("retry-after"), headers.get("connection")],
      [503, "5", "close"],
    );
  }
  assert.equal((await app.request("/v2/health/live")).status, 200);
});
