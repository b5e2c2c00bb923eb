import assert from "node:assert/strict";
import { renderErrorPage } from "./error_page.ts";

Deno.test("renderErrorPage() shows status, message, way back and request id", async () => {
  const text = String(await renderErrorPage(404, 'Cannot show meter "b1"', "r7"));
  assert.ok(text.includes("<h1>404</h1>"));
  assert.ok(text.includes("<p>Cannot show meter &quot;b1&quot;</p>"));
  assert.ok(text.includes('<a href="/">'));
  assert.ok(text.includes("Request r7"));
});
