/** HTML and SVG of a cell made fit for a static page. */
import { DOMParser } from "linkedom";
import { fateOf, isAllowedAttribute, isAllowedStyle } from "./allowed_markup.ts";
import { escapeHtml } from "./escape_html.ts";

/** The members of a node that are read. */
interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<MarkupNode>;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

const ELEMENT = 1;
const TEXT = 3;
const VOID: ReadonlySet<string> = new Set(["br", "col", "hr", "img", "wbr"]);
/** Deeper elements are told by their text. */
const MAX_DEPTH = 200;

/**
 * Writes anew, of what was parsed, all that neither runs, loads nor asks for anything: no script, no
 * handler, no frame, no form, no address but that of a link, no comment.
 *
 * @param kind How the text is read: names in SVG have their case, tags in HTML may be left open.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const html = '<p onclick="f()">a<script>f()</script><img src="https://example.org/x.png" alt="b">';
 * assert.equal(sanitiseMarkup(html, "text/html"), '<p>a<img alt="b"></p>');
 * ```
 */
export function sanitiseMarkup(markup: string, kind: "text/html" | "image/svg+xml"): string {
  const parser = new DOMParser();
  const nodes: Iterable<MarkupNode> = kind === "text/html"
    // What is no element of a body would end up elsewhere.
    ? parser.parseFromString(`<html><body>${markup}</body></html>`, kind).body.childNodes
    : parser.parseFromString(markup, kind).childNodes;
  return written(nodes, 0);
}

function written(nodes: Iterable<MarkupNode>, depth: number): string {
  let markup = "";
  for (const node of nodes) markup += writtenNode(node, depth);
  return markup;
}

function writtenNode(node: MarkupNode, depth: number): string {
  const text = node.textContent ?? "";
  if (node.nodeType === TEXT) return escapeHtml(text);
  if (node.nodeType !== ELEMENT) return "";
  if (depth === MAX_DEPTH) return escapeHtml(text);
  // In HTML, nodes tell names in capitals.
  const name = /[a-z]/.test(node.nodeName) ? node.nodeName : node.nodeName.toLowerCase();
  const fate = fateOf(name);
  if (fate === "dropped") return "";
  if (fate === "unwrapped") return written(node.childNodes, depth + 1);
  const attributes = Array.from(node.attributes ?? [])
    .filter(({ name: attribute, value }) => isAllowedAttribute(name, attribute, value))
    .map(({ name: attribute, value }) => ` ${attribute}="${escapeHtml(value)}"`)
    .join("");
  if (VOID.has(name)) return `<${name}${attributes}>`;
  const inside = name === "style"
    ? (isAllowedStyle(text) && !text.includes("<") ? text : "")
    : written(node.childNodes, depth + 1);
  return `<${name}${attributes}>${inside}</${name}>`;
}
