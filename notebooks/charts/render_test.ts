import assert from "node:assert/strict";
import { JUPYTER_DISPLAY } from "./display.ts";
import { noDataChart, renderSvg } from "./render.ts";

Deno.test("renderSvg() names the picture for readers and for screen readers, escaped", () => {
  const svg = renderSvg({ title: "<Load> & more", width: 360 });
  assert.match(svg, /^<svg [^>]*width="360"/);
  assert.match(svg, /role="img"/);
  assert.match(svg, /aria-label="&lt;Load&gt; &amp; more"/);
  assert.match(svg, /<title>&lt;Load&gt; &amp; more<\/title>/);
  assert.match(svg, /<text [^>]*>&lt;Load&gt; &amp; more<\/text>/);
});

Deno.test("renderSvg() shows each key in its colour", () => {
  const svg = renderSvg({ title: "Load", keys: [{ text: "expected", color: "#848d97" }] });
  assert.match(svg, /fill="#848d97"[^>]*><text [^>]*>expected<\/text>/);
});

Deno.test("noDataChart() says so under the title", () => {
  const { svg, [JUPYTER_DISPLAY]: display } = noDataChart({ title: "Load" });
  assert.match(svg, />No data</);
  assert.match(svg, /<title>Load<\/title>/);
  assert.equal(display()["text/plain"], "Load\nNo data");
});
