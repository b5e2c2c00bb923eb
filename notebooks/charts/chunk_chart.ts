/** A figure of one window among those of ordinary ones before it. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { utcTick } from "./utc_tick.ts";

/** A figure of a stretch of time. */
export interface ChunkRow {
  /** Start, epoch milliseconds UTC. */
  readonly ts: number;
  readonly value: number;
  /** Whether it is what is judged; the others are what it is judged by. */
  readonly judged: boolean;
}

/** Options of {@linkcode chunkChart}. */
export interface ChunkChartOptions extends ChartOptions {
  /** Within what ordinary values stay. @default {no lines} */
  readonly usual?: { readonly low: number; readonly high: number };
}

const HEIGHT = 200;

/**
 * Draws one dot per stretch of time, the judged one in colour, and what is usual as two lines; a line
 * at or below 0 is not drawn, as no value lies there.
 *
 * @param rows In any order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = chunkChart([
 *   { ts: 0, value: 1, judged: false },
 *   { ts: 604_800_000, value: 2, judged: true },
 * ], { usual: { low: 0.5, high: 1.5 } });
 * assert.match(svg, />judged</);
 * ```
 */
export function chunkChart(
  rows: readonly ChunkRow[],
  { width = DEFAULT_WIDTH, title = "The window among ordinary ones", usual }: ChunkChartOptions =
    {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) => a.ts - b.ts);
  const limits = usual === undefined ? [] : [usual.low, usual.high].filter((limit) => limit > 0);
  const highest = Math.max(...ordered.map(({ value }) => value), ...limits);
  const text = rowsText(title, rows, { ts: "time", value: "number", judged: "flag" });
  return toChart(
    renderSvg({
      title,
      width,
      height: HEIGHT,
      marginBottom: 36,
      marginRight: 24,
      keys: [
        { text: "judged", color: palette.alert },
        { text: "before", color: palette.quiet },
        ...(limits.length === 0 ? [] : [{ text: "usual range", color: palette.ink }]),
      ],
      x: { type: "utc", label: null, ticks: width / 110, tickFormat: utcTick },
      y: {
        label: null,
        domain: [0, highest > 0 ? highest * 1.05 : 1],
        ticks: 4,
        tickSize: 0,
        grid: true,
      },
      marks: [
        Plot.ruleY(limits, { stroke: palette.ink, strokeDasharray: "2,2", className: "limit" }),
        Plot.dot(ordered, {
          x: "ts",
          y: "value",
          r: 4,
          fill: ({ judged }: ChunkRow) => judged ? palette.alert : palette.quiet,
          className: "chunk",
        }),
      ],
    }),
    text,
  );
}
