import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { svgText } from "./svg_text.ts";

Deno.test("svgText() escapes text and attributes, keeps case, sorts attributes, closes empty elements", () => {
  const { document } = parseHTML("<html></html>");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 1 1");
  svg.setAttribute("aria-label", `<a> & "b"`);
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  text.textContent = "1 < 2 & 3 > 2\u0007";
  svg.append(text, document.createElementNS("http://www.w3.org/2000/svg", "path"));
  assert.equal(
    svgText(svg),
    '<svg aria-label="&lt;a&gt; &amp; &quot;b&quot;" viewBox="0 0 1 1">' +
      "<text>1 &lt; 2 &amp; 3 &gt; 2</text><path/></svg>",
  );
});
