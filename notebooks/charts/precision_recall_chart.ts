/** What a scorer's alarms are worth against how much they find. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";

/** One point of a scorer's curve, both figures from 0 to 1. */
export interface PrecisionRecallRow {
  readonly scorer: string;
  readonly recall: number;
  readonly precision: number;
}

const HEIGHT = 300;
/** In the order in which scorers come. */
const COLORS = [palette.measured, palette.alert, palette.quiet];

/**
 * Draws precision against recall as steps, one line per scorer; of more than three scorers the
 * first three are drawn.
 *
 * @param rows Points of each scorer by ascending recall, scorers one after the other.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = precisionRecallChart([
 *   { scorer: "iqr", recall: 0.5, precision: 1 },
 *   { scorer: "iqr", recall: 1, precision: 0.25 },
 * ]);
 * assert.match(svg, />iqr</);
 * ```
 */
export function precisionRecallChart(
  rows: readonly PrecisionRecallRow[],
  { width = DEFAULT_WIDTH, title = "Precision (up) against recall, hours" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const scorers = [...new Set(rows.map(({ scorer }) => scorer))].slice(0, COLORS.length);
  const text = rowsText(title, rows, { scorer: "name", recall: "number", precision: "number" });
  return toChart(
    renderSvg({
      title,
      width,
      height: HEIGHT,
      marginBottom: 28,
      marginRight: 16,
      keys: scorers.map((text, i) => ({ text, color: COLORS[i] })),
      x: { label: null, domain: [0, 1], ticks: [0, 0.5, 1], tickSize: 0 },
      y: { label: null, domain: [0, 1], ticks: [0, 0.5, 1], tickSize: 0, grid: true },
      marks: scorers.map((scorer, i) =>
        Plot.lineY(rows.filter((row) => row.scorer === scorer), {
          x: "recall",
          y: "precision",
          stroke: COLORS[i],
          strokeWidth: 1.6,
          // Precision holds until the next rank is reached, as average precision sums it.
          curve: "step-before",
          className: `curve-${i}`,
        })
      ),
    }),
    text,
  );
}
