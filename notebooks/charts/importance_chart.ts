/** How much each feature counts. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { valueColumn } from "./value_column.ts";

/** What one feature counts for. */
export interface ImportanceRow {
  readonly feature: string;
  /** 0 or more, in any unit. */
  readonly importance: number;
}

const ROW_HEIGHT = 18;
const VALUE_WIDTH = 48;

/**
 * Draws one bar per feature, the most important first, its share of the sum behind.
 *
 * @param rows Features in any order, each named once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = importanceChart([
 *   { feature: "kwh", importance: 3 },
 *   { feature: "hour", importance: 1 },
 * ]);
 * assert.match(svg, />75 %</);
 * ```
 */
export function importanceChart(
  rows: readonly ImportanceRow[],
  { width = DEFAULT_WIDTH, title = "What features count for" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) =>
    b.importance - a.importance || (a.feature < b.feature ? -1 : 1)
  );
  const sum = rows.reduce((total, { importance }) => total + importance, 0);
  const share = ({ importance }: ImportanceRow) => sum === 0 ? 0 : importance / sum;
  const labelWidth = Math.max(...rows.map(({ feature }) => feature.length)) * 7.4;
  const text = rowsText(title, ordered, { feature: "name", importance: "number" });
  return toChart(
    renderSvg({
      title,
      width,
      height: 30 + ordered.length * ROW_HEIGHT + 8,
      marginTop: 30,
      marginLeft: Math.min(Math.max(labelWidth + 12, 40), width * 0.55),
      marginRight: VALUE_WIDTH,
      marginBottom: 8,
      x: { axis: null, domain: [0, share(ordered[0]) || 1] },
      y: { label: null, domain: ordered.map(({ feature }) => feature), tickSize: 0, padding: 0.3 },
      marks: [
        Plot.barX(ordered, {
          y: "feature",
          x: share,
          fill: palette.measured,
          className: "importance",
        }),
        valueColumn(ordered, {
          y: "feature",
          width: VALUE_WIDTH,
          text: (row: ImportanceRow) => `${Number((100 * share(row)).toPrecision(2))} %`,
        }),
      ],
    }),
    text,
  );
}
