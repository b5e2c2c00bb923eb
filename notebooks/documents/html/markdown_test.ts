import assert from "node:assert/strict";
import { renderMarkdown } from "./markdown.ts";

const options = { headingId: (text: string) => text.toLowerCase() };

Deno.test("renderMarkdown() renders tables, lists, code and links", () => {
  const { html } = renderMarkdown(
    "|a|b|\n|-|-:|\n|1|2|\n\n- [x](02_b.ipynb)\n\n```sql\nSELECT 1\n```\n",
    options,
  );
  assert.match(html, /<td>1<\/td>\s*<td align="right">2<\/td>/);
  assert.match(html, /<li><a href="02_b\.ipynb">x<\/a><\/li>/);
  assert.match(html, /<pre><code><span class="hljs-keyword">SELECT<\/span> /);
});

Deno.test("renderMarkdown() tells headings by their text, and escapes them once", () => {
  const { html, headings } = renderMarkdown('## `a < b` & "c"', options);
  assert.deepEqual(headings, [{ level: 2, text: 'a < b & "c"', id: 'a < b & "c"' }]);
  assert.equal(
    html,
    '<h2 id="a &lt; b &amp; &quot;c&quot;"><code>a &lt; b</code> &amp; &quot;c&quot;</h2>\n',
  );
});

Deno.test("renderMarkdown() keeps harmless HTML, and drops what runs or loads", () => {
  const { html } = renderMarkdown(
    "a <kbd>b</kbd> <script>alert(1)</script><img src=x onerror=alert(1)>\n\n[c](javascript:alert(1)) " +
      "![a chart](https://example.org/x.png)",
    options,
  );
  assert.equal(
    html,
    '<p>a <kbd>b</kbd> <img></p>\n<p><a>c</a> <span class="absent">a chart</span></p>\n',
  );
});

Deno.test("renderMarkdown() shows a picture that the cell holds", () => {
  const attachments = { "a b.png": { "image/png": "aGVs\nbG8=\n" } };
  const { html } = renderMarkdown("![x](<attachment:a%20b.png>)", { ...options, attachments });
  assert.equal(html, '<p><img src="data:image/png;base64,aGVsbG8=" alt="x"></p>\n');
});
