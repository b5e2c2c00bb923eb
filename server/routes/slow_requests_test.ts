import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";
import { createObservations } from "../observability/observations.ts";

Deno.test("GET /api/v1/slow-requests lists the slowest first, with what was refused", async () => {
  await using deps = await hostelDeps();
  let clock = 0;
  const observations = createObservations({ now: () => 0, clock: () => clock += 1 });
  const app = createApp({ ...deps, observations });
  await app.request("/ping", { headers: { "x-request-id": "fast" } });
  await app.request("/api/v1/nothing", { headers: { "x-request-id": "lost" } });
  const { requests } = await (await app.request("/api/v1/slow-requests")).json();
  const nothing = { parts_ms: {}, model: null, version: null, rows: null };
  assert.deepEqual(requests, [
    {
      time: "1970-01-01T00:00:00.000Z",
      request_id: "fast",
      method: "GET",
      route: "/ping",
      status: 200,
      ms: 1,
      ...nothing,
      error: null,
    },
    {
      time: "1970-01-01T00:00:00.000Z",
      request_id: "lost",
      method: "GET",
      route: "unknown",
      status: 404,
      ms: 1,
      ...nothing,
      error: "Cannot find /api/v1/nothing: no such route",
    },
  ]);
});
