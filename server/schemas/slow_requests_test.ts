import assert from "node:assert/strict";
import { slowRequestsSchema } from "./slow_requests.ts";

Deno.test("slowRequestsSchema wants each part of a request as a time", () => {
  const request = {
    time: "2026-01-01T00:00:00.000Z",
    request_id: "r7",
    method: "POST",
    route: "/invocations",
    status: 200,
    ms: 12.5,
    parts_ms: { run: 10 },
    model: "energy-anomaly",
    version: "3",
    rows: 5,
    error: null,
  };
  assert.ok(slowRequestsSchema.safeParse({ requests: [request] }).success);
  const worded = { ...request, parts_ms: { run: "10 ms" } };
  assert.ok(!slowRequestsSchema.safeParse({ requests: [worded] }).success);
});
