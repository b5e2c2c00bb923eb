/** The markup that a static page may hold. */

/** Elements of HTML and of SVG that neither run, load nor ask for anything, in lower case. */
const ELEMENTS: ReadonlySet<string> = new Set(
  ("a abbr article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details " +
    "dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main " +
    "mark meter nav ol p pre progress q rp rt ruby s samp section small span strong style sub summary " +
    "sup table tbody td tfoot th thead time tr tt u ul var wbr " +
    "circle clippath defs desc ellipse fecolormatrix fecomposite feflood fegaussianblur femerge " +
    "femergenode feoffset filter g image line lineargradient marker mask path pattern polygon polyline " +
    "radialgradient rect stop svg switch symbol text textpath title tspan use").split(" "),
);

/** Of other elements the text is kept; of these it is no text for people. */
const DROPPED: ReadonlySet<string> = new Set(
  ("applet audio base canvas embed frame frameset head iframe link math meta noembed noframes noscript " +
    "object option plaintext script select template textarea video xmp").split(" "),
);

const REFUSED_ATTRIBUTES: ReadonlySet<string> = new Set(
  ("action autofocus background code contenteditable data form formaction manifest ping poster slot " +
    "srcdoc srcset target").split(" "),
);

/**
 * What becomes of an element: it stays, its text alone stays, or nothing does.
 *
 * @param name In any case.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(["clipPath", "blink", "SCRIPT"].map(fateOf), ["kept", "unwrapped", "dropped"]);
 * ```
 */
export function fateOf(name: string): "kept" | "unwrapped" | "dropped" {
  const lower = name.toLowerCase();
  return ELEMENTS.has(lower) ? "kept" : DROPPED.has(lower) ? "dropped" : "unwrapped";
}

/**
 * Whether an attribute runs, loads and asks for nothing: links lead by `http`, `https`, `mailto` or
 * within the page, all else is in the page itself.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(isAllowedAttribute("a", "href", "https://example.org"));
 * assert.ok(!isAllowedAttribute("img", "src", "https://example.org/x.png"));
 * assert.ok(!isAllowedAttribute("p", "onclick", "f()"));
 * ```
 */
export function isAllowedAttribute(element: string, name: string, value: string): boolean {
  const [tag, lower] = [element.toLowerCase(), name.toLowerCase()];
  if (!/^[a-z][a-z0-9:_-]*$/.test(lower) || lower.startsWith("on")) return false;
  if (REFUSED_ATTRIBUTES.has(lower)) return false;
  if (/^((xlink:)?href|src|cite)$/.test(lower)) {
    // Browsers pass over blanks and signs that do not print in an address.
    const address = value.replace(/[\0-\x20\x7f]/g, "").toLowerCase();
    if (address.startsWith("#")) return true;
    return tag === "a"
      ? /^(https?:|mailto:)/.test(address) || !/^[^/?#]*:/.test(address)
      : /^(img|image)$/.test(tag) && /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/.test(address);
  }
  return isAllowedStyle(value);
}

/**
 * Whether a style sheet, or any value that may hold CSS, loads nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(isAllowedStyle("a { clip-path: url(#clip) }"));
 * assert.ok(!isAllowedStyle("a { background: url(//example.org) }"));
 * ```
 */
export function isAllowedStyle(css: string): boolean {
  // An escape could spell any of these words.
  return !/url\((?!\s*["']?(#|data:image\/))|@import|image-set|expression\(|javascript:|<\/|\\/i
    .test(css);
}
