/**
 * The contract of charts: plain rows in, one SVG out, the same bytes for the same rows.
 *
 * A chart has a title (seen, and read out as `<title>`), says in words what it shows where a picture
 * cannot be seen, shows times in UTC, says "No data" for no rows, and is readable at a width of 360 px.
 * Its ink is `currentColor` and its colours are CSS properties with defaults that read well on light
 * and on dark, so it fits the page it stands in.
 */
import { JUPYTER_DISPLAY, standaloneSvg } from "./display.ts";

/** Options of every chart. */
export interface ChartOptions {
  /** Pixels; the SVG shrinks where its place is narrower. @default {720} */
  readonly width?: number;
  /** First line of the chart. Each chart has its own default. */
  readonly title?: string;
}

/** A finished picture; it shows itself at the end of a notebook cell. */
export interface Chart {
  /** One `<svg>` element, to be put inline into a page. */
  readonly svg: string;
  readonly [JUPYTER_DISPLAY]: () => {
    readonly "image/svg+xml": string;
    readonly "text/plain": string;
  };
}

/** Draws rows of one shape. */
export type ChartFunction<Row> = (rows: readonly Row[], options?: ChartOptions) => Chart;

/** The width of a chart where none is asked for, in pixels. */
export const DEFAULT_WIDTH = 720;

/**
 * Wraps a rendered SVG.
 *
 * @param text What it shows, in words.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(toChart("<svg/>", "Load, kWh").svg, "<svg/>");
 * ```
 */
export function toChart(svg: string, text: string): Chart {
  return {
    svg,
    [JUPYTER_DISPLAY]: () => ({ "image/svg+xml": standaloneSvg(svg), "text/plain": text }),
  };
}
