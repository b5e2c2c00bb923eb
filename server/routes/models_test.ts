import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /api/v1/models describes the served model", async () => {
  await using deps = await hostelDeps();
  const response = await createApp(deps).request("/api/v1/models");
  assert.deepEqual(await response.json(), {
    models: [{
      name: "energy-anomaly",
      version: "3",
      default: true,
      run_id: "0123456789abcdef",
      threshold: deps.model.session.threshold,
      columns: ["residual_week", "hour"],
      members: ["z_score", "iqr", "isolation_forest"],
    }],
  });
});
