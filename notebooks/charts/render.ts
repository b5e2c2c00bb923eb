/** Observable Plot rendered to SVG text without a browser. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { type Chart, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { svgText } from "./svg_text.ts";

/** A word in the colour of the series that it names; stands in place of a legend. */
export interface Key {
  readonly text: string;
  readonly color: string;
}

/** What is drawn, besides Plot's own options. */
export interface RenderOptions extends Omit<Plot.PlotOptions, "title" | "document"> {
  readonly title: string;
  /** Named series, shown after the title. @default {[]} */
  readonly keys?: readonly Key[];
}

/** Pixels above the frame for the title and the keys. */
const HEAD = 44;
const FONT_SIZE = 12;

/**
 * Renders one plot.
 *
 * @returns A well-formed `<svg>` element with `role="img"` and a `<title>`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const svg = renderSvg({ title: "Load & more", marks: [] });
 * assert.match(svg, /<title>Load &amp; more<\/title>/);
 * ```
 */
export function renderSvg(options: RenderOptions): string {
  return svgText(drawPlot(options));
}

/**
 * Draws one plot, whose scales can be asked for.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as Plot from "@observablehq/plot";
 * const drawn = drawPlot({ title: "Load", marks: [Plot.dot([[1, 2], [3, 8]])] });
 * assert.deepEqual([...drawn.scale("x")!.domain!], [1, 3]);
 * ```
 */
export function drawPlot(
  { title, keys = [], marks = [], marginLeft = 48, marginTop = HEAD, ...options }: RenderOptions,
): SVGSVGElement & Plot.Plot {
  const document = headlessDocument();
  const width = options.width ?? DEFAULT_WIDTH;
  const svg = Plot.plot({
    ...options,
    marginLeft,
    marginTop,
    width,
    document,
    marks: [...marks, ...head(title, keys, marginLeft, marginTop)],
  }) as SVGSVGElement & Plot.Plot;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", title);
  svg.setAttribute("font-size", String(FONT_SIZE));
  const heading = document.createElementNS("http://www.w3.org/2000/svg", "title");
  heading.textContent = title;
  svg.prepend(heading);
  return svg;
}

/**
 * A document to draw into, without a browser.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(headlessDocument().createElement("p").localName, "p");
 * ```
 */
export function headlessDocument(): Document {
  return parseHTML("<html><body></body></html>").document;
}

/**
 * The chart of no rows: its title and the words "No data".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(noDataChart({ title: "Load", width: 360 }).svg, />No data</);
 * ```
 */
export function noDataChart({ title, width }: { title: string; width?: number }): Chart {
  const svg = renderSvg({
    title,
    width,
    height: 120,
    marginRight: 40,
    marks: [Plot.text(["No data"], { frameAnchor: "middle", fillOpacity: 0.6 })],
  });
  return toChart(svg, `${title}\nNo data`);
}

/** The title stands at the left edge; each key stands on the second line, one after the other. */
function head(
  title: string,
  keys: readonly Key[],
  marginLeft: number,
  marginTop: number,
): Plot.Markish[] {
  // Once for the whole, where the plot consists of several.
  const place = { frameAnchor: "top-left", lineAnchor: "top", facet: "super" } as const;
  const marks: Plot.Markish[] = [
    Plot.text([title], {
      ...place,
      dx: -marginLeft,
      dy: 2 - marginTop,
      fontWeight: 600,
      fontSize: 13,
    }),
  ];
  let x = -marginLeft;
  for (const { text, color } of keys) {
    marks.push(Plot.text([text], { ...place, dx: x, dy: 21 - marginTop, fill: color }));
    x += text.length * 6.6 + 14;
  }
  return marks;
}
