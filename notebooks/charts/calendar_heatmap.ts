/** One value per day as a calendar: a column is a week, a row is a day of the week. */
import * as Plot from "@observablehq/plot";
import { type Chart, type ChartOptions, DEFAULT_WIDTH, toChart } from "./chart.ts";
import { rowsText } from "./chart_text.ts";
import { palette } from "./palette.ts";
import { noDataChart, renderSvg } from "./render.ts";
import { utcTick } from "./utc_tick.ts";

/** One day. */
export interface DayRow {
  /** Any moment of the day, epoch milliseconds, UTC. */
  readonly ts: number;
  /** Shown as strength of colour, from 0 to the largest. */
  readonly value: number;
}

const DAY_MS = 86_400_000;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MARGIN_LEFT = 36;
const HEAD = 62;
const LARGEST_CELL = 18;

/**
 * Draws a cell per day, the stronger the larger its value; a day without a row stays empty.
 *
 * @param rows Days in any order, each at most once; no value is negative.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { svg } = calendarHeatmap([{ ts: Date.UTC(2024, 0, 1), value: 3.5 }]);
 * assert.match(svg, />0 to 3.5</);
 * ```
 */
export function calendarHeatmap(
  rows: readonly DayRow[],
  { width = DEFAULT_WIDTH, title = "Energy by day, kWh" }: ChartOptions = {},
): Chart {
  if (rows.length === 0) return noDataChart({ title, width });
  const ordered = rows.toSorted((a, b) => a.ts - b.ts);
  const largest = Math.max(...ordered.map(({ value }) => value));
  const first = weekOf(ordered[0].ts);
  const weeks = weekOf(ordered[ordered.length - 1].ts) - first + 1;
  const cell = Math.min(LARGEST_CELL, (width - MARGIN_LEFT - 8) / weeks);
  const cells = ordered.map(({ ts, value }) => ({
    week: weekOf(ts) - first,
    weekday: weekdayOf(ts),
    share: largest === 0 ? 0 : value / largest,
    tip: `${new Date(ts).toISOString().slice(0, 10)}: ${short(value)}`,
  }));
  const text = rowsText(title, rows, { ts: "time", value: "number" });
  return toChart(
    renderSvg({
      title,
      width,
      height: HEAD + 7 * cell + 8,
      marginLeft: MARGIN_LEFT,
      marginRight: width - MARGIN_LEFT - weeks * cell,
      marginTop: HEAD,
      marginBottom: 8,
      keys: [{ text: `0 to ${short(largest)}`, color: palette.measured }],
      x: { axis: null, domain: [0, weeks] },
      y: { axis: null, domain: [7, 0] },
      marks: [
        Plot.rect(cells, {
          x1: "week",
          x2: (day: { week: number }) => day.week + 1,
          y1: "weekday",
          y2: (day: { weekday: number }) => day.weekday + 1,
          inset: cell > 8 ? 1 : 0.5,
          fill: palette.measured,
          fillOpacity: (day: { share: number }) => Number((0.08 + 0.92 * day.share).toFixed(3)),
          title: "tip",
          className: "day",
        }),
        Plot.text([0, 2, 4, 6], {
          frameAnchor: "left",
          y: (weekday: number) => weekday + 0.5,
          text: (weekday: number) => WEEKDAYS[weekday],
          textAnchor: "end",
          dx: -6,
          fontSize: Math.min(12, 2 * cell - 1),
        }),
        Plot.text(monthStarts(first, weeks, Math.ceil(64 / cell)), {
          x: "week",
          frameAnchor: "top",
          lineAnchor: "bottom",
          textAnchor: "start",
          text: "label",
          dy: -4,
        }),
      ],
      opacity: { type: "identity" },
    }),
    text,
  );
}

/** Weeks since the one that holds 1970-01-01; they start on Monday, and that day was a Thursday. */
function weekOf(ts: number): number {
  return Math.floor((Math.floor(ts / DAY_MS) + 3) / 7);
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(ts: number): number {
  return (((Math.floor(ts / DAY_MS) + 3) % 7) + 7) % 7;
}

/** Where the first of a month falls, at least `apart` weeks from one label to the next. */
function monthStarts(first: number, weeks: number, apart: number) {
  const labels: { week: number; label: string }[] = [];
  for (let day = first * 7 - 3; day < (first + weeks) * 7 - 3; day++) {
    const time = new Date(day * DAY_MS);
    const week = weekOf(day * DAY_MS) - first;
    const last = labels.at(-1);
    if (time.getUTCDate() !== 1 || (last !== undefined && week - last.week < apart)) continue;
    const [date, year] = utcTick(time, 0).split("\n");
    labels.push({ week, label: last === undefined ? `${date} ${year}` : utcTick(time, 1) });
  }
  return labels.filter(({ week }) => week <= weeks - apart || week === labels[0].week);
}

function short(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}
