/** Any plot of Observable Plot in the manner of the charts. */
import * as Plot from "@observablehq/plot";
import { type Chart, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { plotText } from "./plot_text.ts";
import { drawPlot, headlessDocument, type Key } from "./render.ts";
import { svgText } from "./svg_text.ts";
import { utcTick } from "./utc_tick.ts";

/** What Plot takes, with a title that is drawn; `subtitle` and `caption` are not. */
export interface PlotSpec
  extends Omit<Plot.PlotOptions, "title" | "subtitle" | "caption" | "figure" | "document"> {
  /** First line of the picture, also read out. @default {""} */
  readonly title?: string;
  /** Words in colours, after the title. @default {those of the colour scale with `legend: true`} */
  readonly keys?: readonly Key[];
}

/** Colours that a line of keys can name. */
const MOST_KEYS = 10;
/** Pixels above the frame where there is no title: for the label of the axis. */
const PLAIN_HEAD = 28;
/** Pixels for numbers of five digits, and for a date over its year. */
const MARGIN_LEFT = 60;
const MARGIN_BOTTOM = 40;

/**
 * Draws a plot as one SVG that shows itself: a title, which takes the place of the label of the `y`
 * axis, times in UTC where `x` or `y` has
 * `type: "utc"`, and with `color: { legend: true }` the names of the colours as words after the
 * title.
 *
 * @param spec As `Plot.plot()` takes it; data may be anything that can be iterated.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as Plot from "@observablehq/plot";
 * const rows = [{ hour: 0, kwh: 1 }, { hour: 1, kwh: 2 }];
 * const { svg } = plot({
 *   title: "Two hours",
 *   marks: [Plot.lineY(rows, { x: "hour", y: "kwh" })],
 * });
 * assert.match(svg, /<title>Two hours<\/title>/);
 * ```
 */
export function plot({ title = "", keys, width = DEFAULT_WIDTH, ...spec }: PlotSpec): Chart {
  const { legend, ...color } = spec.color ?? {};
  const options = {
    ...spec,
    width,
    x: withUtcTicks(spec.x, width),
    // Plot writes the label of the axis where the title stands.
    y: { ...(title === "" ? {} : { label: null }), ...withUtcTicks(spec.y, width) },
    color,
  };
  const shown = keys ?? (legend === true ? colorKeys(options) : []);
  const drawn = drawPlot({
    title,
    keys: shown,
    ...(title === "" && shown.length === 0 ? { marginTop: PLAIN_HEAD } : {}),
    marginLeft: MARGIN_LEFT,
    marginBottom: MARGIN_BOTTOM,
    ...options,
  });
  return toChart(svgText(drawn), plotText({ ...spec, title }, drawn));
}

function withUtcTicks(scale: Plot.ScaleOptions | undefined, width: number): Plot.ScaleOptions {
  if (scale?.type !== "utc") return scale ?? {};
  return {
    label: null,
    ticks: width / 110,
    tickFormat: utcTick as (time: Date) => string,
    ...scale,
  };
}

/** What the colours of a plot stand for; of a range of numbers, its ends. */
function colorKeys(options: Plot.PlotOptions): Key[] {
  const scale = Plot.plot({ ...options, document: headlessDocument() }).scale("color");
  if (scale === undefined) return [];
  return [...(scale.domain ?? [])].slice(0, MOST_KEYS).map((value) => ({
    text: String(value),
    color: scale.apply(value),
  }));
}
