import assert from "node:assert/strict";
import { Hono } from "hono";
import { createObservations } from "../observability/observations.ts";
import { type ObservedEnv, observeRequests } from "./observe_requests.ts";
import { requestId } from "./request_id.ts";

Deno.test("observeRequests() tells of answers and of errors, with their times and routes", async () => {
  let clock = 0;
  const lines: Record<string, unknown>[] = [];
  const observations = createObservations({
    now: () => Date.UTC(2026, 0, 1),
    clock: () => clock,
    log: (line) => void lines.push(JSON.parse(line)),
  });
  const app = new Hono<ObservedEnv>().use(
    requestId(() => "r1"),
    observeRequests(observations, observations.answered),
  );
  app.onError((error, c) => {
    c.set("refusal", error.message);
    return c.text("failed", 500);
  });
  app.get("/meters/:id", (c) => {
    c.set("route", "/meters/:id");
    clock += 250;
    return c.text("here");
  });
  app.get("/broken", () => {
    clock += 5;
    throw new Error("No model");
  });
  await app.request("/meters/b7");
  await app.request("/broken");
  const time = "2026-01-01T00:00:00.000Z";
  assert.deepEqual(lines, [
    {
      time,
      level: "info",
      request_id: "r1",
      method: "GET",
      route: "/meters/:id",
      status: 200,
      ms: 250,
    },
    {
      time,
      level: "error",
      request_id: "r1",
      method: "GET",
      route: "unknown",
      status: 500,
      ms: 5,
      error: "No model",
    },
  ]);
  const { text } = await observations.metrics.read({ versions: [], drift: {} });
  assert.match(
    text,
    /^wattbook_request_duration_seconds_sum\{route="\/meters\/:id",method="GET",status="200"\} 0\.25$/m,
  );
});
