import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /api/v1/models describes the served model, and what is followed with its failure", async () => {
  await using deps = await hostelDeps();
  const followed = [{
    uri: "models:/energy-anomaly@champion",
    name: "energy-anomaly",
    version: "3",
    failure: "Cannot load version 4: its model.onnx is cut short",
  }];
  const loader = { ...deps.loader, followed: () => followed };
  const response = await createApp({ ...deps, loader }).request("/api/v1/models");
  assert.deepEqual(await response.json(), {
    models: [{
      name: "energy-anomaly",
      version: "3",
      default: true,
      run_id: "0123456789abcdef",
      threshold: deps.model.session.threshold,
      columns: [
        {
          name: "residual_week",
          unit: "scale",
          description: "load against the usual load of the same hour of week",
        },
        {
          name: "hour",
          unit: "hour",
          description: "hour of day on the meter's own clock, 0 to 23",
        },
      ],
      members: ["z_score", "iqr", "isolation_forest"],
    }],
    followed,
  });
});
