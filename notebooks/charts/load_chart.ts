/** A meter's load over time, with what was expected and what was found. */
import * as Plot from "@observablehq/plot";
import { bandPoints } from "./band_points.ts";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { eventBands, type EventSpan } from "./event_bands.ts";
import { linePoints } from "./line_points.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { utcTick } from "./utc_tick.ts";

/** One interval of a meter. */
export interface LoadRow {
  /** Start of the interval, epoch milliseconds, UTC. */
  readonly ts: number;
  /** Energy used in the interval. */
  readonly kwh: number;
  /** Energy that was expected; not drawn where absent. */
  readonly expected?: number;
  /** Edges of what was expected; drawn as a band where both are there. */
  readonly low?: number;
  readonly high?: number;
  /** 1 or `true` where the interval is anomalous. */
  readonly label?: number | boolean | null;
}

/** Options of {@linkcode loadChart}. */
export interface LoadChartOptions extends ChartOptions {
  /** Drawn as bands, at least 2 px wide. @default {[]} */
  readonly events?: readonly EventSpan[];
}

const HEIGHT = 260;

/**
 * Draws load as a line, broken where intervals are missing; what was expected as a line or a band
 * behind it, anomalous intervals as dots, events as bands from top to bottom.
 *
 * @param rows One meter's intervals, in any order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = loadChart([{ ts: 0, kwh: 1 }, { ts: 3_600_000, kwh: 2 }], { title: "Room 101" });
 * assert.match(svg, /Room 101/);
 * ```
 */
export function loadChart(
  rows: readonly LoadRow[],
  { width = DEFAULT_WIDTH, title = "Load, kWh", events = [] }: LoadChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) => a.ts - b.ts);
  const domain = [ordered[0].ts, ordered[ordered.length - 1].ts];
  const line = (value: (row: LoadRow) => number | undefined) =>
    linePoints(
      ordered.flatMap((row) => {
        const y = value(row);
        return y === undefined ? [] : [{ ts: row.ts, value: y }];
      }),
      width,
    );
  const expected = line((row) => row.expected);
  const usual = bandPoints(
    ordered.map(({ ts, low = NaN, high = NaN }) => ({ ts, low, high })),
    width,
  );
  const anomalies = ordered.filter(({ label }) => label === 1 || label === true);
  const bands = eventBands(events, domain, width);
  const at = { x: "ts", y: "value" } as const;
  const text = rowsText(title, rows, {
    ts: "time",
    kwh: "number",
    expected: "number",
    low: "number",
    high: "number",
    label: "flag",
  });
  return toChart(
    renderSvg({
      title,
      width,
      height: HEIGHT,
      marginBottom: 36,
      keys: [
        { text: "measured", color: palette.measured },
        ...(expected.length + usual.length > 0 ? [{ text: "expected", color: palette.quiet }] : []),
        ...(anomalies.length + bands.length > 0
          ? [{ text: "anomalous", color: palette.alert }]
          : []),
      ],
      x: { type: "utc", label: null, domain, ticks: width / 110, tickFormat: utcTick },
      y: { label: null, nice: true, zero: true, ticks: 5, tickSize: 0, grid: true },
      marks: [
        Plot.rectX(bands, {
          x1: "x1",
          x2: "x2",
          fill: palette.alert,
          fillOpacity: 0.16,
          className: "event",
        }),
        Plot.areaY(usual, {
          x: "ts",
          y1: "low",
          y2: "high",
          fill: palette.quiet,
          fillOpacity: 0.3,
          className: "usual",
        }),
        Plot.lineY(expected, { ...at, stroke: palette.quiet, strokeWidth: 1 }),
        Plot.lineY(line((row) => row.kwh), { ...at, stroke: palette.measured, strokeWidth: 1.2 }),
        Plot.dot(anomalies, { x: "ts", y: "kwh", r: 2, fill: palette.alert, className: "anomaly" }),
      ],
    }),
    text,
  );
}
