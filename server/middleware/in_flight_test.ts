import assert from "node:assert/strict";
import { Hono } from "hono";
import type { RequestError } from "../request_error.ts";
import { limitInFlight } from "./in_flight.ts";

Deno.test("limitInFlight() refuses beyond the bound, of all routes together, and recovers", async () => {
  const { promise: open, resolve } = Promise.withResolvers<void>();
  const shared = limitInFlight(2);
  const app = new Hono().use("/a", shared).use("/b", shared)
    .get("/a", async (c) => {
      await open;
      return c.text("a");
    })
    .get("/b", async () => {
      await open;
      throw new RangeError("Cannot go on");
    })
    .get("/c", (c) => c.text("c"));
  const told: Error[] = [];
  app.onError((error, c) => {
    told.push(error);
    return c.text(error.message, 500);
  });
  const held = [app.request("/a"), app.request("/b")];
  await app.request("/a");
  const [error] = told as RequestError[];
  assert.deepEqual([error.status, error.message, error.headers], [
    503,
    "Cannot score now: expected at most 2 requests at the same time, got one more",
    { "retry-after": "1" },
  ]);
  assert.equal((await app.request("/c")).status, 200);
  resolve();
  assert.deepEqual((await Promise.all(held)).map(({ status }) => status), [200, 500]);
  for (const path of ["/b", "/b", "/b", "/a"]) {
    assert.equal((await app.request(path)).status, path === "/a" ? 200 : 500);
  }
});
