/** Who beats whom, and how often. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { valueColumn } from "./value_column.ts";

/** How a scorer does against another one. */
export interface WinRow {
  readonly scorer: string;
  readonly other: string;
  /** Share of the meters on which the scorer does better, ties half; 0 to 1. */
  readonly share: number;
}

const ROW_HEIGHT = 18;
const VALUE_WIDTH = 48;

/**
 * Draws a square of all pairs: the darker a cell, the more often the scorer of the row beats that
 * of the column. Rows and columns are in one order, the scorer that wins most often first, with its
 * share of all comparisons behind.
 *
 * @param rows Every pair of two different scorers, in any order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = winChart([
 *   { scorer: "a", other: "b", share: 0.75 },
 *   { scorer: "b", other: "a", share: 0.25 },
 * ]);
 * assert.match(svg, />75 %</);
 * ```
 */
export function winChart(
  rows: readonly WinRow[],
  { width = DEFAULT_WIDTH, title = "How often a scorer beats the others" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const totals = [...Map.groupBy(rows, ({ scorer }) => scorer)].map(([scorer, own]) => ({
    scorer,
    share: own.reduce((sum, { share }) => sum + share, 0) / own.length,
  })).sort((a, b) => b.share - a.share || (a.scorer < b.scorer ? -1 : 1));
  const order = totals.map(({ scorer }) => scorer);
  const labelWidth = Math.max(...order.map((name) => name.length)) * 7 + 8;
  const text = rowsText(title, rows, { scorer: "name", share: "number" });
  return toChart(
    renderSvg({
      title,
      width,
      height: 44 + order.length * ROW_HEIGHT + 8,
      marginLeft: Math.min(Math.max(labelWidth, 40), width * 0.5),
      marginRight: VALUE_WIDTH,
      marginBottom: 8,
      keys: [{ text: "columns in the order of the rows", color: palette.quiet }],
      x: { axis: null, domain: order },
      y: { label: null, domain: order, tickSize: 0 },
      marks: [
        Plot.cell(rows, {
          x: "other",
          y: "scorer",
          fill: palette.measured,
          fillOpacity: "share",
          inset: 0.5,
          className: "win",
        }),
        valueColumn(totals, {
          y: "scorer",
          width: VALUE_WIDTH,
          text: ({ share }: { share: number }) => `${Math.round(100 * share)} %`,
        }),
      ],
      opacity: { type: "identity" },
    }),
    text,
  );
}
