import assert from "node:assert/strict";
import { highlight } from "./highlight.ts";

Deno.test("highlight() marks code and changes none of it", () => {
  const code = 'const a: string = `x${1}`; // <b> & "c"\nawait sql`SELECT 1`;';
  const marked = highlight(code, "typescript");
  assert.match(marked, /<span class="hljs-keyword">const<\/span>/);
  assert.match(marked, /<span class="hljs-comment">\/\/ &lt;b&gt; &amp; &quot;c&quot;<\/span>/);
  const text = marked.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
  assert.equal(text, code);
});
