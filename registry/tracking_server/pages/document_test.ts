import assert from "node:assert/strict";
import { html } from "hono/html";
import { framed } from "./document.ts";

Deno.test("framed() escapes the title, keeps markup, and reaches for nothing outside", async () => {
  const text = String(await framed("a & <b>", html`<h1>${"1 < 2"}</h1>`));
  assert.ok(text.trimStart().startsWith("<!doctype html>"));
  assert.ok(text.includes("<title>a &amp; &lt;b&gt; · Wattbook</title>"));
  assert.ok(text.includes("<main><h1>1 &lt; 2</h1></main>"));
  assert.doesNotMatch(text, /<script|src=|@import|href="(\/|https?:)/);
});
