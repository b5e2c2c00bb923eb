/** How far each feature has drifted from what the model was trained on. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { valueColumn } from "./value_column.ts";

/** One feature. */
export interface DriftRow {
  readonly column: string;
  /** Drift score in units of its threshold: 1 is the limit. */
  readonly severity: number;
  readonly drifted: boolean;
}

const ROW_HEIGHT = 18;
const VALUE_WIDTH = 48;

/**
 * Draws one bar per feature, the most drifted first, and the limit as a line at 1.
 *
 * @param rows Features in any order, each named once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = driftChart([{ column: "mean_24h", severity: 2.5, drifted: true }]);
 * assert.match(svg, />2\.50</);
 * ```
 */
export function driftChart(
  rows: readonly DriftRow[],
  { width = DEFAULT_WIDTH, title = "Drift per feature, 1 = limit" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) =>
    b.severity - a.severity || (a.column < b.column ? -1 : 1)
  );
  const labelWidth = Math.max(...rows.map(({ column }) => column.length)) * 7;
  const marginLeft = Math.min(labelWidth + 8, width * 0.55);
  const text = rowsText(title, ordered, { column: "name", severity: "number", drifted: "flag" });
  return toChart(
    renderSvg({
      title,
      width,
      height: 44 + ordered.length * ROW_HEIGHT + 8,
      marginLeft,
      marginRight: VALUE_WIDTH,
      marginBottom: 8,
      keys: [
        { text: "drifted", color: palette.alert },
        { text: "within the limit", color: palette.quiet },
      ],
      x: { axis: null, domain: [0, Math.max(1.1, ordered[0].severity)] },
      y: { label: null, domain: ordered.map(({ column }) => column), tickSize: 0, padding: 0.3 },
      marks: [
        Plot.barX(ordered, {
          y: "column",
          x: "severity",
          fill: ({ drifted }: DriftRow) => drifted ? palette.alert : palette.quiet,
          className: "feature",
        }),
        valueColumn(ordered, {
          y: "column",
          width: VALUE_WIDTH,
          text: ({ severity }: DriftRow) => severity.toFixed(2),
        }),
        Plot.ruleX([1], { stroke: palette.ink, strokeDasharray: "2,2", className: "limit" }),
      ],
    }),
    text,
  );
}
