/** A meter's scores over time, with what was reported and what was true. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { eventBands, type EventSpan } from "./event_bands.ts";
import { linePoints } from "./line_points.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { utcTick } from "./utc_tick.ts";

/** One scored interval. */
export interface ScoreRow {
  /** Start of the interval, epoch milliseconds, UTC. */
  readonly ts: number;
  /** From 0 to 1. */
  readonly score: number;
  /** 1 or `true` where the interval was reported. */
  readonly predicted: number | boolean | null;
}

/** Options of {@linkcode scoreChart}. */
export interface ScoreChartOptions extends ChartOptions {
  /** Drawn as bands, at least 2 px wide. @default {[]} */
  readonly events?: readonly EventSpan[];
  /** Score from which intervals are reported, from 0 to 1; drawn as a line where given. */
  readonly threshold?: number;
}

const HEIGHT = 200;

/**
 * Draws scores as a line, reported intervals as dots, true events as bands, and the threshold.
 *
 * @param rows One meter's intervals, in any order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = scoreChart([{ ts: 0, score: 0.5, predicted: 0 }, { ts: 1, score: 1, predicted: 1 }]);
 * assert.match(svg, />reported</);
 * ```
 */
export function scoreChart(
  rows: readonly ScoreRow[],
  { width = DEFAULT_WIDTH, title = "Score", events = [], threshold }: ScoreChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) => a.ts - b.ts);
  const domain = [ordered[0].ts, ordered[ordered.length - 1].ts];
  const bands = eventBands(events, domain, width);
  const text = rowsText(title, rows, { ts: "time", score: "number", predicted: "flag" });
  return toChart(
    renderSvg({
      title,
      width,
      height: HEIGHT,
      marginBottom: 36,
      keys: [
        { text: "score", color: palette.measured },
        { text: "reported", color: palette.alert },
        ...(bands.length > 0 ? [{ text: "true", color: palette.quiet }] : []),
        ...(threshold === undefined ? [] : [{ text: "threshold", color: palette.ink }]),
      ],
      x: { type: "utc", label: null, domain, ticks: width / 110, tickFormat: utcTick },
      y: { label: null, domain: [0, 1], ticks: [0, 0.5, 1], tickSize: 0, grid: true },
      marks: [
        Plot.rectX(bands, {
          x1: "x1",
          x2: "x2",
          fill: palette.quiet,
          fillOpacity: 0.4,
          className: "event",
        }),
        Plot.lineY(linePoints(ordered.map(({ ts, score }) => ({ ts, value: score })), width), {
          x: "ts",
          y: "value",
          stroke: palette.measured,
          strokeWidth: 1,
        }),
        Plot.ruleY(threshold === undefined ? [] : [threshold], {
          stroke: palette.ink,
          strokeOpacity: 0.6,
          strokeDasharray: "4 3",
          className: "threshold",
        }),
        Plot.dot(ordered.filter(({ predicted }) => predicted === 1 || predicted === true), {
          x: "ts",
          y: "score",
          r: 2,
          fill: palette.alert,
          className: "reported",
        }),
      ],
    }),
    text,
  );
}
