import assert from "node:assert/strict";
import { DOMParser } from "linkedom";
import { escapeHtml } from "./escape_html.ts";

Deno.test("escapeHtml() is read back as the same text, between tags and in an attribute", () => {
  const text = `</td><script>alert("1 & 2")</script> ' &amp;`;
  const page = new DOMParser().parseFromString(
    `<html><body><p title="${escapeHtml(text)}">${escapeHtml(text)}</p></body></html>`,
    "text/html",
  );
  const paragraph = page.querySelector("p")!;
  assert.equal(paragraph.textContent, text);
  assert.equal(paragraph.getAttribute("title"), text);
  assert.equal(page.querySelector("script"), null);
});
