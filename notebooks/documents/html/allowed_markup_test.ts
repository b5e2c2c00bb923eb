import assert from "node:assert/strict";
import { fateOf, isAllowedAttribute, isAllowedStyle } from "./allowed_markup.ts";

Deno.test("isAllowedAttribute() refuses what runs or loads, however it is spelled", () => {
  const refused: [string, string, string][] = [
    ["img", "onerror", "alert(1)"],
    ["svg", "ONLOAD", "alert(1)"],
    ["a", "href", "javascript:alert(1)"],
    ["a", "href", " java\nscript:alert(1)"],
    ["a", "href", "\u0001javascript:alert(1)"],
    ["a", "xlink:href", "data:text/html,x"],
    ["a", "href", "vbscript:x"],
    ["img", "src", "//example.org/x.png"],
    ["img", "src", "x.png"],
    ["img", "src", "data:text/html,x"],
    ["image", "href", "https://example.org/x.png"],
    ["use", "href", "https://example.org/x.svg#a"],
    ["use", "href", "data:image/svg+xml,x"],
    ["img", "srcset", "x.png 2x"],
    ["td", "background", "x.png"],
    ["p", "style", "background:url(https://example.org)"],
    ["p", "style", "background:u\\72l(https://example.org)"],
    ["path", "fill", "url(https://example.org/x.svg#a)"],
    ["p", "<x", "1"],
  ];
  for (const [tag, name, value] of refused) {
    assert.ok(!isAllowedAttribute(tag, name, value), `${tag} ${name} ${value}`);
  }
});

Deno.test("isAllowedAttribute() takes links and what a picture is made of", () => {
  const taken: [string, string, string][] = [
    ["a", "href", "#a"],
    ["a", "href", "02_features.ipynb"],
    ["a", "href", "/x:y"],
    ["a", "href", "mailto:a@example.org"],
    ["use", "href", "#a"],
    ["img", "src", "data:image/png;base64,aGVsbG8="],
    ["svg", "viewBox", "0 0 1 1"],
    ["path", "fill", "url(#gradient)"],
    ["div", "style", "overflow-x:auto;margin:0.4em 0"],
    ["svg", "xmlns:xlink", "http://www.w3.org/1999/xlink"],
    ["td", "data-x", "1"],
  ];
  for (const [tag, name, value] of taken) {
    assert.ok(isAllowedAttribute(tag, name, value), `${tag} ${name} ${value}`);
  }
});

Deno.test("isAllowedStyle() and fateOf() refuse what is imported or runs", () => {
  assert.ok(!isAllowedStyle('@import "x.css";'));
  assert.ok(!isAllowedStyle("a::after { content: '</style><script>' }"));
  for (const name of ["script", "iframe", "object", "embed", "template", "link"]) {
    assert.equal(fateOf(name), "dropped", name);
  }
  for (const name of ["form", "button", "animate", "foreignObject", "html"]) {
    assert.equal(fateOf(name), "unwrapped", name);
  }
});
