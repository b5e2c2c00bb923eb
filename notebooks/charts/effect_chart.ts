/** What each of several changes did, more or less. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { valueColumn } from "./value_column.ts";

/** What one change did. */
export interface EffectRow {
  readonly name: string;
  /** Above 0 where it added something, below where it took something away. */
  readonly effect: number;
  /** Whether that is more than chance. */
  readonly matters: boolean;
}

const ROW_HEIGHT = 18;
const VALUE_WIDTH = 56;

/**
 * Draws one bar per change to either side of 0, the largest effect first, its value behind.
 *
 * @param rows Changes in any order, each named once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = effectChart([{ name: "mean_24h", effect: -2.5, matters: true }]);
 * assert.match(svg, />−2\.50</);
 * ```
 */
export function effectChart(
  rows: readonly EffectRow[],
  { width = DEFAULT_WIDTH, title = "Effect of each change" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) =>
    Math.abs(b.effect) - Math.abs(a.effect) || (a.name < b.name ? -1 : 1)
  );
  const labelWidth = Math.max(...rows.map(({ name }) => name.length)) * 7;
  const lowest = Math.min(0, ...rows.map(({ effect }) => effect));
  const highest = Math.max(0, ...rows.map(({ effect }) => effect));
  const text = rowsText(title, ordered, { name: "name", effect: "number", matters: "flag" });
  return toChart(
    renderSvg({
      title,
      width,
      height: 44 + ordered.length * ROW_HEIGHT + 8,
      marginLeft: Math.min(labelWidth + 8, width * 0.55),
      marginRight: VALUE_WIDTH,
      marginBottom: 8,
      keys: [
        { text: "more than chance", color: palette.alert },
        { text: "harmless", color: palette.quiet },
      ],
      x: { axis: null, domain: lowest === highest ? [0, 1] : [lowest, highest] },
      y: { label: null, domain: ordered.map(({ name }) => name), tickSize: 0, padding: 0.3 },
      marks: [
        Plot.barX(ordered, {
          y: "name",
          x: "effect",
          fill: ({ matters }: EffectRow) => matters ? palette.alert : palette.quiet,
          className: "effect",
        }),
        valueColumn(ordered, {
          y: "name",
          width: VALUE_WIDTH,
          text: ({ effect }: EffectRow) => effect.toFixed(2).replace("-", "−"),
        }),
        Plot.ruleX([0], { stroke: palette.ink, className: "zero" }),
      ],
    }),
    text,
  );
}
