/** How well detectors rank anomalies, one beside the other. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { valueColumn } from "./value_column.ts";

/** One detector's figures, each from 0 to 1. */
export interface DetectorRow {
  readonly name: string;
  readonly roc_auc: number;
  readonly average_precision: number;
}

const ROW_HEIGHT = 22;
const VALUE_WIDTH = 48;

/**
 * Draws both figures of a detector on one line, the best average precision first.
 *
 * @param rows Detectors in any order, each named once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = detectorChart([{ name: "iqr", roc_auc: 0.9, average_precision: 0.4 }]);
 * assert.match(svg, />0\.40</);
 * ```
 */
export function detectorChart(
  rows: readonly DetectorRow[],
  { width = DEFAULT_WIDTH, title = "Ranking of anomalies, 1 = perfect" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) =>
    b.average_precision - a.average_precision || (a.name < b.name ? -1 : 1)
  );
  const labelWidth = Math.max(...rows.map(({ name }) => name.length)) * 7 + 8;
  const text = rowsText(title, ordered, {
    name: "name",
    roc_auc: "number",
    average_precision: "number",
  });
  return toChart(
    renderSvg({
      title,
      width,
      height: 44 + ordered.length * ROW_HEIGHT + 28,
      marginLeft: Math.min(Math.max(labelWidth, 40), width * 0.5),
      marginRight: VALUE_WIDTH,
      marginBottom: 28,
      keys: [
        { text: "average precision", color: palette.measured },
        { text: "ROC-AUC", color: palette.quiet },
      ],
      x: { label: null, domain: [0, 1], ticks: [0, 0.5, 1], grid: true, tickSize: 0 },
      y: { label: null, domain: ordered.map(({ name }) => name), tickSize: 0 },
      marks: [
        Plot.link(ordered, {
          y: "name",
          x1: "average_precision",
          x2: "roc_auc",
          stroke: palette.quiet,
          strokeOpacity: 0.5,
        }),
        Plot.dot(ordered, {
          y: "name",
          x: "roc_auc",
          r: 3,
          fill: palette.quiet,
          className: "roc-auc",
        }),
        Plot.dot(ordered, {
          y: "name",
          x: "average_precision",
          r: 4,
          fill: palette.measured,
          className: "average-precision",
        }),
        valueColumn(ordered, {
          y: "name",
          width: VALUE_WIDTH,
          text: (row: DetectorRow) => row.average_precision.toFixed(2),
        }),
      ],
    }),
    text,
  );
}
