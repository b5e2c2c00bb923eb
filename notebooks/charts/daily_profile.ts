/** The usual day of a meter: median load by hour, and how much it varies. */
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { hourScale, PROFILE_KEYS, profileMarks } from "./profile_marks.ts";
import { noDataChart, renderSvg } from "./render.ts";

/** One hour of the day, over many days. */
export interface ProfileRow {
  /** Hour of the day, 0 to 23. */
  readonly hour: number;
  /** Lower quartile, kWh. */
  readonly q1: number;
  readonly median: number;
  /** Upper quartile, kWh. */
  readonly q3: number;
}

/**
 * Draws the median as a line in the band between the quartiles.
 *
 * @param rows Hours in any order, each at most once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = dailyProfile([
 *   { hour: 0, q1: 1, median: 2, q3: 4 },
 *   { hour: 1, q1: 1, median: 1, q3: 2 },
 * ]);
 * assert.match(svg, />half of the days</);
 * ```
 */
export function dailyProfile(
  rows: readonly ProfileRow[],
  { width = DEFAULT_WIDTH, title = "Load by hour of day, kWh" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) => a.hour - b.hour);
  const text = rowsText(title, rows, {
    hour: "number",
    q1: "number",
    median: "number",
    q3: "number",
  });
  return toChart(
    renderSvg({
      title,
      width,
      height: 220,
      keys: PROFILE_KEYS,
      x: hourScale([0, 6, 12, 18]),
      y: { label: null, nice: true, zero: true, ticks: 4, tickSize: 0, grid: true },
      marks: profileMarks(ordered, {}, 1.6),
    }),
    text,
  );
}
