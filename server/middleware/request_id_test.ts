import assert from "node:assert/strict";
import { Hono } from "hono";
import { requestId, type RequestIdEnv } from "./request_id.ts";

const app = new Hono<RequestIdEnv>().use(requestId(() => "new"));
app.get("/", () => new Response("raw"));
app.get("/broken", () => {
  throw new RangeError("Cannot");
});
app.onError((_, c) => c.text(c.var.requestId, 500));

Deno.test("requestId() keeps a harmless id of the sender", async () => {
  const response = await app.request("/", { headers: { "x-request-id": "a-B_9=" } });
  assert.equal(response.headers.get("x-request-id"), "a-B_9=");
});

Deno.test("requestId() replaces a missing, long or odd id", async () => {
  for (const given of ["", "a b", "a<b", "a".repeat(65)]) {
    const response = await app.request("/", { headers: { "x-request-id": given } });
    assert.equal(response.headers.get("x-request-id"), "new");
  }
  assert.equal((await app.request("/")).headers.get("x-request-id"), "new");
});

Deno.test("requestId() is there for error handlers and on their answers", async () => {
  const response = await app.request("/broken");
  assert.deepEqual([response.headers.get("x-request-id"), await response.text()], ["new", "new"]);
});
