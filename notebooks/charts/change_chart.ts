/** How much each of several things has changed, and how much it may. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { valueColumn } from "./value_column.ts";

/** One thing, such as a meter. */
export interface ChangeRow {
  readonly name: string;
  /** Share by which it changed: -0.5 is half as much. */
  readonly change: number;
  /** Share by which it may change either way, 0 or more. */
  readonly limit: number;
  readonly flagged: boolean;
}

const ROW_HEIGHT = 18;
const VALUE_WIDTH = 56;

/**
 * Draws one row per thing, in the order given: a bar for what it may change, a dot for what it did.
 * The scale is that of the changes and of half of the limits: a wider bar ends at the frame.
 *
 * @param rows Each named once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = changeChart([{ name: "b36", change: 0.41, limit: 0.15, flagged: true }]);
 * assert.match(svg, />\+41 %</);
 * ```
 */
export function changeChart(
  rows: readonly ChangeRow[],
  { width = DEFAULT_WIDTH, title = "Change of load" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const limits = rows.map(({ limit }) => limit).sort((a, b) => a - b);
  const widest = 1.05 *
    Math.max(0.01, limits[limits.length >> 1], ...rows.map(({ change }) => Math.abs(change)));
  const labelWidth = Math.max(...rows.map(({ name }) => name.length)) * 7;
  const text = rowsText(title, rows, {
    name: "name",
    change: "number",
    limit: "number",
    flagged: "flag",
  });
  return toChart(
    renderSvg({
      title,
      width,
      height: 44 + rows.length * ROW_HEIGHT + 8,
      marginLeft: Math.min(labelWidth + 16, width * 0.45),
      marginRight: VALUE_WIDTH,
      marginBottom: 8,
      keys: [
        { text: "changed", color: palette.alert },
        { text: "as usual", color: palette.measured },
        { text: "may change", color: palette.quiet },
      ],
      x: { axis: null, domain: [-widest, widest] },
      y: { label: null, domain: rows.map(({ name }) => name), tickSize: 0, padding: 0.3 },
      marks: [
        Plot.barX(rows, {
          y: "name",
          x1: ({ limit }: ChangeRow) => -Math.min(limit, widest),
          x2: ({ limit }: ChangeRow) => Math.min(limit, widest),
          fill: palette.quiet,
          fillOpacity: 0.35,
          className: "limit",
        }),
        Plot.ruleX([0], { stroke: palette.ink, strokeOpacity: 0.4 }),
        Plot.dot(rows, {
          y: "name",
          x: "change",
          r: 4,
          fill: ({ flagged }: ChangeRow) => flagged ? palette.alert : palette.measured,
          className: "change",
        }),
        valueColumn(rows, {
          y: "name",
          width: VALUE_WIDTH,
          text: ({ change }: ChangeRow) => percent(change),
        }),
      ],
    }),
    text,
  );
}

function percent(share: number): string {
  const rounded = Math.round(100 * share);
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${Math.abs(rounded)} %`;
}
