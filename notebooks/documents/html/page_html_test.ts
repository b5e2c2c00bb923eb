import assert from "node:assert/strict";
import { pageHtml } from "./page_html.ts";

Deno.test("pageHtml() has contents of two headings or more, and escapes them", () => {
  const heading = { level: 2, text: "a < b", id: "a b" };
  assert.doesNotMatch(pageHtml({ title: "", contents: [heading], main: "" }), /<nav|class=/);
  const page = pageHtml({ title: "", contents: [heading, heading], main: "" });
  assert.match(page, /<body class="with-contents">\n<nav aria-label="Contents">/);
  assert.match(page, /<li class="level-2"><a href="#a%20b">a &lt; b<\/a><\/li>/);
});
