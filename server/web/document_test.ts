import assert from "node:assert/strict";
import { html } from "hono/html";
import { page } from "./document.ts";

Deno.test("page() escapes the title and keeps markup as markup", async () => {
  const text = String(await page("a & <b>", html`<p>${"1 < 2"}</p>`, html`<i>foot</i>`));
  assert.ok(text.trimStart().startsWith("<!doctype html>"));
  assert.ok(text.includes("<title>a &amp; &lt;b&gt; · Wattbook</title>"));
  assert.ok(text.includes("<main><p>1 &lt; 2</p></main>"));
  assert.match(text, /<footer><i>foot<\/i><p><a href="\/docs">/);
});

Deno.test("page() holds no script and reaches for nothing outside", async () => {
  const text = String(await page("t", html``, html``));
  assert.doesNotMatch(text, /<script|src=|@import|url\(|href="(?!\/|data:)/);
});
