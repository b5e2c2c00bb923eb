import assert from "node:assert/strict";
import { html } from "hono/html";
import { pageResponse } from "./page_response.ts";

Deno.test("pageResponse() sends the markup with its status, and lets a browser run nothing", async () => {
  const response = await pageResponse(html`<p>${"<b>"}</p>`, 404);
  assert.equal(response.status, 404);
  assert.equal(await response.text(), "<p>&lt;b&gt;</p>");
  const headers = Object.fromEntries(response.headers);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.equal(
    headers["content-security-policy"],
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; " +
      "base-uri 'none'; frame-ancestors 'none'",
  );
  assert.equal(headers["x-content-type-options"], "nosniff");
});
