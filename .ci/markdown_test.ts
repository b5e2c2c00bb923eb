import assert from "node:assert/strict";
import { headingAnchors, relativeLinks } from "./markdown.ts";

Deno.test("relativeLinks() finds links, pictures, titles and HTML attributes", () => {
  const text = `[a](a.md) [b](../b.md "B") [![c](c.svg)](c.md) [d](#top)
<picture><source srcset="dark.png"><img src="light.png"></picture> <a href="e.md">e</a>`;
  assert.deepEqual(relativeLinks(text), [
    "a.md",
    "../b.md",
    "c.svg",
    "c.md",
    "#top",
    "dark.png",
    "light.png",
    "e.md",
  ]);
});

Deno.test("relativeLinks() leaves out addresses, inline code and fenced code", () => {
  const text = '[a](https://example.org) <a href="mailto:a@example.org">a</a> `[b](b.md)`\n' +
    "```md\n[c](c.md)\n```\n[d](d.md)";
  assert.deepEqual(relativeLinks(text), ["d.md"]);
  assert.deepEqual(relativeLinks(""), []);
});

Deno.test("headingAnchors() follows GitHub", () => {
  const text =
    "# Wattbook: the design\n\nText\n\n## A, B & C\n```sh\n# no heading\n```\n### Días_1";
  assert.deepEqual(headingAnchors(text), ["wattbook-the-design", "a-b--c", "días_1"]);
});
