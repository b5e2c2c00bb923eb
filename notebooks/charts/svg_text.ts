/** A DOM tree as well-formed XML, which `outerHTML` does not promise: it leaves `&` and `<` bare. */

/**
 * The text of an element and of all that is in it; attributes in alphabetical order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseHTML } from "linkedom";
 * const { document } = parseHTML("<p></p>");
 * const group = document.createElement("g");
 * group.setAttribute("aria-label", 'a & "b"');
 * assert.equal(svgText(group), '<g aria-label="a &amp; &quot;b&quot;"/>');
 * ```
 */
export function svgText(element: Element): string {
  const attributes = Array.from(
    element.attributes,
    ({ name, value }) => ` ${name}="${escaped(value)}"`,
  ).sort();
  const name = element.localName;
  const children = Array.from(element.childNodes, nodeText).join("");
  const open = `<${name}${attributes.join("")}`;
  return children === "" ? `${open}/>` : `${open}>${children}</${name}>`;
}

function nodeText(node: Node): string {
  return node.nodeType === 1 ? svgText(node as Element) : escaped(node.textContent ?? "");
}

/** XML 1.0 has no place at all for most control characters, so they go. */
function escaped(text: string): string {
  return text
    // deno-lint-ignore no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
