import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("POST unload leaves a model to the request that uses it, and to no later one", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  const lease = deps.models.lease();
  const path = "/v2/repository/models/energy-anomaly/unload";
  const unloaded = app.request(path, { method: "POST" });
  await new Promise((resolve) => setTimeout(resolve, 0));
  assert.equal((await app.request("/v2/models/energy-anomaly/ready")).status, 404);
  assert.equal(
    (await lease.model.session.score({
      columns: lease.model.columns,
      rows: 0,
      values: new Float32Array(0),
    })).score.length,
    0,
  );
  lease[Symbol.dispose]();
  const response = await unloaded;
  assert.deepEqual([response.status, await response.text()], [200, ""]);
  const again = await app.request(path, { method: "POST" });
  assert.deepEqual([again.status, await again.json()], [404, {
    error: 'Cannot find model "energy-anomaly": none is loaded',
  }]);
});
