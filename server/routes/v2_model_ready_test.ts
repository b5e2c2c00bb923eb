import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /v2/models/:model/ready tells a loaded version from others", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  const answer = async (path: string) => {
    const response = await app.request(`/v2/models/${path}/ready`);
    return [response.status, await response.json()];
  };
  const ready = [200, { name: "energy-anomaly", ready: true }];
  assert.deepEqual(await answer("energy-anomaly"), ready);
  assert.deepEqual(await answer("energy-anomaly/versions/3"), ready);
  assert.deepEqual(await answer("energy-anomaly/versions/4"), [404, {
    error: 'Cannot find model "energy-anomaly" version 4: loaded are energy-anomaly/3',
  }]);
});
