/** The usual days of several meters, each in a small picture of its own. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import type { ProfileRow } from "./daily_profile.ts";
import { hourScale, PROFILE_KEYS, profileMarks } from "./profile_marks.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { shortName } from "./short_name.ts";

/** One hour of the day of one meter, over many days. */
export interface MeterProfileRow extends ProfileRow {
  readonly meter: string;
}

const HEAD = 62;
const CELL_WIDTH = 150;
const CELL_HEIGHT = 88;
const LABEL = 11;
const LABEL_CHARACTERS = 18;

/**
 * Draws the median as a line in the band between the quartiles, meters in the order in which they
 * come, all on the same scale so that they can be compared.
 *
 * @param rows Each meter and hour at most once.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = profileGrid([
 *   { meter: "room-1", hour: 0, q1: 1, median: 2, q3: 4 },
 *   { meter: "room-2", hour: 0, q1: 1, median: 1, q3: 2 },
 * ]);
 * assert.match(svg, />room-2</);
 * ```
 */
export function profileGrid(
  rows: readonly MeterProfileRow[],
  { width = DEFAULT_WIDTH, title = "Load by hour of day, kWh" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const meters = [...new Set(rows.map(({ meter }) => meter))];
  const across = Math.min(meters.length, Math.max(1, Math.floor((width - 68) / CELL_WIDTH)));
  const cells = meters.map((meter, i) => ({ meter, fx: i % across, fy: Math.floor(i / across) }));
  const cellOf = new Map(cells.map((cell) => [cell.meter, cell]));
  const placed = rows.toSorted((a, b) => a.hour - b.hour)
    .map((row) => ({ ...row, ...cellOf.get(row.meter)! }));
  const down = Math.ceil(meters.length / across);
  const text = rowsText(title, rows, {
    meter: "name",
    hour: "number",
    q1: "number",
    median: "number",
    q3: "number",
  });
  return toChart(
    renderSvg({
      title,
      width,
      height: HEAD + down * CELL_HEIGHT + 24,
      marginTop: HEAD,
      marginBottom: 24,
      keys: PROFILE_KEYS,
      fx: { axis: null, padding: 0.12 },
      fy: { axis: null, padding: 0.28 },
      x: hourScale([0, 12]),
      y: { label: null, nice: true, zero: true, ticks: 3, tickSize: 0, grid: true },
      marks: [
        ...profileMarks(placed, { fx: "fx", fy: "fy", z: "meter" }, 1.4),
        Plot.text(cells, {
          fx: "fx",
          fy: "fy",
          text: ({ meter }: MeterProfileRow) => shortName(meter, LABEL_CHARACTERS),
          frameAnchor: "top-left",
          dy: -LABEL - 3,
          fontSize: LABEL,
        }),
      ],
    }),
    text,
  );
}
