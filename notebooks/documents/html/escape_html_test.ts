import assert from "node:assert/strict";
import { escapeHtml } from "./escape_html.ts";

Deno.test("escapeHtml() leaves no sign that begins a tag, an entity or ends an attribute", () => {
  assert.equal(escapeHtml(`<a b="c">'&amp;`), `&lt;a b=&quot;c&quot;&gt;'&amp;amp;`);
});
