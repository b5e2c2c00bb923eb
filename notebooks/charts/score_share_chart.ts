/** What a score has meant: how many of the hours that had it were anomalous. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";

/** Hours whose scores lie in one band. */
export interface ScoreShareRow {
  /** Middle of the band, 0 to 1. */
  readonly score: number;
  /** Share of its hours that were anomalous, 0 to 1. */
  readonly share: number;
  readonly hours: number;
}

const HEIGHT = 260;

/**
 * Draws the share of anomalous hours per band of scores, larger dots for more hours. The line of chances that are right is dashed: a score that says how rare it is need not
 * lie on it.
 *
 * @param rows Bands in any order; those without hours are passed over.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = scoreShareChart([{ score: 0.95, share: 0.5, hours: 1200 }]);
 * assert.match(svg, />observed</);
 * ```
 */
export function scoreShareChart(
  rows: readonly ScoreShareRow[],
  { width = DEFAULT_WIDTH, title = "Share of anomalous hours by score" }: ChartOptions = {},
): Chart {
  const known = rows.filter(({ hours }) => hours > 0).toSorted((a, b) => a.score - b.score);
  if (known.length === 0) return noDataChart({ title, width });
  const text = rowsText(title, known, { score: "number", share: "number", hours: "number" });
  return toChart(
    renderSvg({
      title,
      width,
      height: HEIGHT,
      marginBottom: 40,
      marginRight: 32,
      keys: [
        { text: "observed", color: palette.measured },
        { text: "if scores were chances", color: palette.quiet },
      ],
      x: { label: null, domain: [0, 1], ticks: [0, 0.5, 1], tickSize: 0 },
      y: { label: null, domain: [0, 1], ticks: [0, 0.5, 1], tickSize: 0, grid: true },
      r: { type: "identity" },
      marks: [
        Plot.link([[0, 1]], {
          x1: 0,
          y1: 0,
          x2: 1,
          y2: 1,
          stroke: palette.quiet,
          strokeDasharray: "3 3",
        }),
        Plot.lineY(known, { x: "score", y: "share", stroke: palette.measured, strokeWidth: 1.6 }),
        Plot.dot(known, {
          x: "score",
          y: "share",
          r: ({ hours }: ScoreShareRow) => 2 + Math.log10(hours),
          fill: palette.measured,
          className: "band",
        }),
      ],
    }),
    text,
  );
}
