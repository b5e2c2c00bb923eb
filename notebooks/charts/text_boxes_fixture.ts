/** Where the texts of a rendered chart stand, by estimate. Used by tests. */
import { DOMParser } from "linkedom";

/** One line of text and the pixels it takes. */
export interface TextBox {
  readonly text: string;
  readonly fontSize: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Mean width of a character of a sans-serif type, in units of the font size. */
const CHARACTER = 0.54;
/** Height of digits and capitals, in units of the font size. */
const HEIGHT = 0.72;

/**
 * Estimates the box of each line of text from its place, anchor and number of characters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const svg = '<svg font-size="10"><g transform="translate(5,6)"><text text-anchor="start" y="1em">ab</text></g></svg>';
 * const [{ left, right, bottom }] = textBoxes(svg);
 * assert.deepEqual([left, right, bottom], [5, 5 + 10.8, 16]);
 * ```
 */
export function textBoxes(svg: string): TextBox[] {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  const texts = Array.from(document.querySelectorAll("text")) as unknown as Element[];
  return texts.flatMap((text) => {
    const lines = Array.from(text.querySelectorAll("tspan"));
    if (lines.length === 0) return [boxOf(text, ems(text, "y"))];
    let down = 0;
    return lines.map((line) => {
      down = line.hasAttribute("y") ? ems(line, "y") : down + ems(line, "dy");
      return boxOf(line, down);
    });
  });
}

/** @param down Distance of the baseline from the element's origin, in units of the font size. */
function boxOf(line: Element, down: number): TextBox {
  const fontSize = Number(inherited(line, "font-size"));
  const anchor = inherited(line, "text-anchor");
  const text = line.textContent ?? "";
  const width = text.length * CHARACTER * fontSize;
  const { x, y } = offset(line);
  const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  const bottom = y + down * fontSize;
  return { text, fontSize, left, right: left + width, top: bottom - HEIGHT * fontSize, bottom };
}

function ems(element: Element, attribute: "y" | "dy"): number {
  return parseFloat(element.getAttribute(attribute) ?? "0");
}

function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}

/** The sum of all translations from the root to the element. */
function offset(element: Element): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const [, dx, dy] =
      /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(at.getAttribute("transform") ?? "") ??
        ["", "0", "0"];
    x += Number(dx);
    y += Number(dy);
  }
  return { x, y };
}
