import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /metrics counts requests by route, and tells version and drift", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  await app.request("/ping");
  await app.request("/api/v1/nothing");
  const response = await app.request("/metrics");
  assert.equal(
    response.headers.get("content-type"),
    "text/plain; version=0.0.4; charset=utf-8",
  );
  const lines = (await response.text()).split("\n");
  for (
    const line of [
      'wattbook_request_duration_seconds_count{route="/ping",method="GET",status="200"} 1',
      'wattbook_request_duration_seconds_count{route="unknown",method="GET",status="404"} 1',
      'wattbook_model_loaded{model="energy-anomaly",version="3",answering="true"} 1',
      'wattbook_drift{section="features"} 1',
    ]
  ) assert.ok(lines.includes(line), line);
});
