import assert from "node:assert/strict";
import { raw } from "hono/html";
import { pageResponse } from "./page_response.ts";

Deno.test("pageResponse() allows each style sheet of the page by its SHA-256", async () => {
  const response = await pageResponse(raw('<style>a</style><svg><style type="text/css">b</style>'));
  const policy = response.headers.get("content-security-policy") ?? "";
  // printf a | openssl dgst -sha256 -binary | base64, and the same for b
  assert.ok(policy.includes(
    "style-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=' " +
      "'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=';",
  ));
});

Deno.test("pageResponse() allows no script and nothing from elsewhere", async () => {
  const response = await pageResponse(raw("<p>"), 404);
  assert.equal(response.status, 404);
  assert.equal(
    response.headers.get("content-security-policy"),
    "default-src 'none'; style-src 'none'; img-src data:; form-action 'self'; base-uri 'none'; " +
      "frame-ancestors 'none'",
  );
});
