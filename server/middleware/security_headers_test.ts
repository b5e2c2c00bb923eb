import assert from "node:assert/strict";
import { Hono } from "hono";
import { securityHeaders } from "./security_headers.ts";

const app = new Hono().use(securityHeaders());
app.get("/json", (c) => c.json({}));
app.get("/page", (c) => c.html("", 200, { "content-security-policy": "default-src 'self'" }));
app.get("/broken", () => {
  throw new RangeError("Cannot");
});
app.onError(() => new Response("", { status: 500 }));

Deno.test("securityHeaders() lets a browser load nothing unless the route says so", async () => {
  const policy = async (path: string) =>
    (await app.request(path)).headers.get("content-security-policy");
  assert.equal(await policy("/json"), "default-src 'none'; frame-ancestors 'none'");
  assert.equal(await policy("/page"), "default-src 'self'");
});

Deno.test("securityHeaders() covers errors and missing routes", async () => {
  for (const path of ["/broken", "/missing"]) {
    const { headers } = await app.request(path);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.equal(headers.get("cache-control"), "no-store");
  }
});
