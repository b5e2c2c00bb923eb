import assert from "node:assert/strict";
import type { Output } from "../output.ts";
import { outputHtml } from "./output_html.ts";

function display(data: Record<string, unknown>): Output {
  return { output_type: "display_data", data, metadata: {} };
}

Deno.test("outputHtml() shows the richest form that is static", () => {
  const data = {
    "text/plain": "plain",
    "application/vnd.dataresource+json": {},
    "text/html": "<b>rich</b>",
  };
  assert.match(
    outputHtml(display(data)),
    /<template shadowrootmode="open">.*<b>rich<\/b><\/template>/,
  );
  assert.equal(
    outputHtml(display({ "text/plain": "a <b>", "image/png": "aGVs\nbG8=\n" })),
    '<img src="data:image/png;base64,aGVsbG8=" alt="a &lt;b&gt;">',
  );
  assert.equal(
    outputHtml(display({ "text/markdown": "## a\n\n**b**" })),
    "<h2>a</h2>\n<p><strong>b</strong></p>\n",
  );
  assert.equal(
    outputHtml(display({ "application/json": { a: 1 } })),
    '<pre class="json">{\n  &quot;a&quot;: 1\n}</pre>',
  );
  assert.equal(outputHtml(display({ "text/latex": "$x$" })), '<pre class="result">$x$</pre>');
  assert.equal(outputHtml(display({})), "");
});

Deno.test("outputHtml() clears HTML and SVG, and gives paper to a picture that has its own ink", () => {
  const html = outputHtml(display({ "text/html": "<p onclick=f()>a</p><script>f()</script>" }));
  assert.match(html, /<p>a<\/p><\/template>/);
  const svg = (fill: string) => outputHtml(display({ "image/svg+xml": `<svg fill="${fill}"/>` }));
  assert.match(svg("#000"), /^<div class="apart paper">/);
  assert.match(svg("currentColor"), /^<div class="apart">/);
});

Deno.test("outputHtml() shows errors by name, message and place, without colours of a terminal", () => {
  const output: Output = {
    output_type: "error",
    ename: "RangeError",
    evalue: "Bad <1>",
    traceback: ["RangeError: Bad <1>", "    at \u001b[36m<cell>:2:3\u001b[0m"],
  };
  assert.equal(
    outputHtml(output),
    '<pre class="error">RangeError: Bad &lt;1&gt;\n    at &lt;cell&gt;:2:3</pre>',
  );
});

Deno.test("outputHtml() bounds what it shows", () => {
  const text = outputHtml({ output_type: "stream", name: "stderr", text: "a".repeat(101_234) });
  assert.match(text, /^<pre class="stderr">a{100000}\n… 1,234 more characters<\/pre>$/);
  const html = outputHtml(display({ "text/html": "<b></b>".repeat(1_000_000) }));
  assert.equal(html, '<p class="absent">text/html of 7,000,000 characters</p>');
});
