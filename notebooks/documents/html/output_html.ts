/** An output of a cell as static HTML. */
import { stripVTControlCharacters } from "node:util";
import type { MimeBundle, Output } from "../output.ts";
import { escapeHtml } from "./escape_html.ts";
import { renderMarkdown } from "./markdown.ts";
import { sanitiseMarkup } from "./sanitise_markup.ts";

/** Longer texts are cut: a page is for people. */
const MAX_TEXT = 100_000;
/** Longer HTML is told by its size alone, as half of it would be broken. */
const MAX_MARKUP = 5_000_000;

/** For what is shown apart from the page's own style; colours are the page's. */
const APART = "<style>:host{display:block}svg,img{max-width:100%;height:auto}" +
  "table{border-collapse:collapse}th,td{padding:.2em .7em;text-align:left}" +
  // A picture that carries ink and paper is drawn in the ink of the page as well.
  'svg[style*="background"][style*="color"]{background:none!important;color:inherit!important}' +
  "</style>";

const RASTER = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/**
 * Shows the richest form that is static: HTML, then Markdown, SVG, pictures, JSON, text. HTML and SVG
 * are cleared of all that runs or loads, and stand in a shadow root each, so that neither their ids
 * nor their styles meet those of the page.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const html = outputHtml({ output_type: "stream", name: "stdout", text: "1 < 2\n" });
 * assert.equal(html, '<pre class="stdout">1 &lt; 2\n</pre>');
 * ```
 */
export function outputHtml(output: Output): string {
  switch (output.output_type) {
    case "stream":
      return textHtml(output.text, output.name === "stderr" ? "stderr" : "stdout");
    case "error": {
      const lines = [`${output.ename}: ${output.evalue}`, ...output.traceback.slice(1)];
      return textHtml(lines.join("\n"), "error");
    }
    default:
      return bundleHtml(output.data);
  }
}

function bundleHtml(data: MimeBundle): string {
  const text = (type: string) => String(data[type]);
  if ("text/html" in data) return apart(text("text/html"), "text/html");
  if ("text/markdown" in data) {
    // Headings of outputs are not of the page's contents.
    return renderMarkdown(text("text/markdown"), { headingId: () => "" }).html
      .replaceAll(/<(h[1-6]) id="">/g, "<$1>");
  }
  if ("image/svg+xml" in data) return apart(text("image/svg+xml"), "image/svg+xml");
  const raster = RASTER.find((type) => type in data);
  if (raster !== undefined) {
    const base64 = text(raster).replace(/[^A-Za-z0-9+/=]/g, "");
    const alt = escapeHtml("text/plain" in data ? text("text/plain") : "");
    return `<img src="data:${raster};base64,${base64}" alt="${alt}">`;
  }
  const json = Object.keys(data).find((type) => /^application\/(.*\+)?json$/.test(type));
  if (json !== undefined && !("text/plain" in data)) {
    return textHtml(JSON.stringify(data[json], null, 2), "json");
  }
  const [type] = "text/plain" in data ? ["text/plain"] : Object.keys(data);
  return type === undefined ? "" : textHtml(text(type), "result");
}

function textHtml(text: string, name: string): string {
  const plain = stripVTControlCharacters(text);
  const rest = plain.length - MAX_TEXT;
  const cut = rest <= 0
    ? escapeHtml(plain)
    : `${escapeHtml(plain.slice(0, MAX_TEXT))}\n… ${rest.toLocaleString("en")} more characters`;
  return `<pre class="${name}">${cut}</pre>`;
}

function apart(markup: string, kind: "text/html" | "image/svg+xml"): string {
  if (markup.length > MAX_MARKUP) {
    return `<p class="absent">${kind} of ${markup.length.toLocaleString("en")} characters</p>`;
  }
  // One that is not drawn in the ink of the page may be dark on white paper.
  const paper = kind === "image/svg+xml" && !markup.includes("currentColor") ? " paper" : "";
  return `<div class="apart${paper}"><template shadowrootmode="open">${APART}${
    sanitiseMarkup(markup, kind)
  }</template></div>`;
}
