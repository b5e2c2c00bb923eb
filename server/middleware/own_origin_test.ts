import assert from "node:assert/strict";
import { Hono } from "hono";
import { RequestError } from "../request_error.ts";
import { requireOwnOrigin } from "./own_origin.ts";

const app = new Hono().post("/", (c) => (requireOwnOrigin(c), c.text("done")));
app.onError((error, c) => c.text(error.message, error instanceof RequestError ? 403 : 500));

Deno.test("requireOwnOrigin() takes programs and pages of the server itself", async () => {
  for (const headers of [new Headers(), new Headers({ origin: "http://localhost" })]) {
    assert.equal((await app.request("/", { method: "POST", headers })).status, 200);
  }
  const headers = { host: "127.0.0.1:8000", origin: "http://127.0.0.1:8000" };
  assert.equal((await app.request("/", { method: "POST", headers })).status, 200);
});

Deno.test("requireOwnOrigin() refuses other hosts, other ports and pages that hide theirs", async () => {
  for (const origin of ["http://evil.example", "http://localhost:1", "null", "localhost"]) {
    const response = await app.request("/", { method: "POST", headers: { origin } });
    assert.equal(response.status, 403);
    assert.equal(await response.text(), "Cannot POST / from a page of another origin");
  }
});
