import assert from "node:assert/strict";
import { RequestError } from "../request_error.ts";
import { errorPage } from "./error_page.ts";

Deno.test("errorPage is HTML with the error's status, its message escaped, and the id", async () => {
  const response = await errorPage.write(new RequestError(404, "No <i>meter</i>"), "r7");
  assert.equal(response.status, 404);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  const text = await response.text();
  assert.ok(text.includes("<p>No &lt;i&gt;meter&lt;/i&gt;</p>"));
  assert.ok(text.includes("<p>Request r7</p>"));
});
