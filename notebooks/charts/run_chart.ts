/** Figures of runs, side by side. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { shortName } from "./short_name.ts";
import { valueColumn } from "./value_column.ts";

/** One figure of a run. */
export interface RunRow {
  readonly run: string;
  readonly metric: string;
  readonly value: number;
}

const LINE_HEIGHT = 18;
const HEAD = 30;
const INDENT = 10;
const VALUE_WIDTH = 62;

/**
 * Draws each metric as a group of bars, one per run, on a scale of its own that begins at 0, with
 * the values behind. Metrics and runs are in the order in which they come; what a run did not log
 * is left out.
 *
 * @param rows Each run and metric at most once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = runChart([
 *   { run: "a", metric: "recall", value: 0.5 },
 *   { run: "b", metric: "recall", value: 0.75 },
 * ]);
 * assert.match(svg, />0\.75</);
 * ```
 */
export function runChart(
  rows: readonly RunRow[],
  { width = DEFAULT_WIDTH, title = "Figures of runs" }: ChartOptions = {},
): Chart {
  const known = rows.filter(({ value }) => Number.isFinite(value));
  if (known.length === 0) return noDataChart({ title, width });
  const groups = [...Map.groupBy(known, ({ metric }) => metric)];
  const lines = groups.flatMap(([metric, own]) => [{ metric, line: metric }, ...own]);
  const placed = lines.map((line, at) => ({ ...line, at }));
  const bars = groups.flatMap(([metric, own]) => {
    const longest = Math.max(...own.map(({ value }) => Math.abs(value)));
    return placed.filter((line) => "run" in line && line.metric === metric)
      .map((line) => line as RunRow & { at: number })
      .map((line) => ({ ...line, share: longest === 0 ? 0 : line.value / longest }));
  });
  const longestName = Math.max(...bars.map(({ run }) => run.length));
  const marginLeft = Math.min(INDENT + longestName * 7 + 8, width * 0.5);
  const left = Math.min(0, ...bars.map(({ share }) => share));
  const place = {
    frameAnchor: "left",
    textAnchor: "start",
    y: "at",
  } as const;
  const text = rowsText(title, known, { run: "name", metric: "name", value: "number" });
  return toChart(
    renderSvg({
      title,
      width,
      height: HEAD + lines.length * LINE_HEIGHT + 8,
      marginTop: HEAD,
      marginLeft,
      marginRight: VALUE_WIDTH,
      marginBottom: 8,
      x: { axis: null, domain: [left, 1] },
      y: { axis: null, domain: placed.map(({ at }) => at), type: "band", padding: 0.3 },
      marks: [
        Plot.barX(bars, { y: "at", x: "share", fill: palette.measured, className: "figure" }),
        Plot.text(placed.filter((line) => "line" in line), {
          ...place,
          text: ({ metric }: RunRow) => shortName(metric, Math.floor(width / 8)),
          fontWeight: 600,
          dx: -marginLeft,
        }),
        Plot.text(bars, {
          ...place,
          text: ({ run }: RunRow) => shortName(run, Math.floor((marginLeft - INDENT - 8) / 7)),
          dx: INDENT - marginLeft,
        }),
        valueColumn(bars, {
          y: "at",
          width: VALUE_WIDTH,
          text: ({ value }: RunRow) => Number(value.toPrecision(4)).toString().replace("-", "−"),
        }),
        ...(left < 0 ? [Plot.ruleX([0], { stroke: palette.ink })] : []),
      ],
    }),
    text,
  );
}
