/** A small line chart of a metric, as SVG that the style sheet colours. */

import { html } from "hono/html";
import { labelRows } from "./label_rows.ts";
import type { Markup } from "./page_response.ts";
import { shortNumber } from "./quantities.ts";
import { niceTicks, tickText } from "./ticks.ts";

/** A value and where it stands; a `y` of NaN is a gap. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** One line of a chart. */
export interface ChartSeries {
  /** A letter or two at the end of the line; empty for a line that is alone. */
  readonly label: string;
  /** Number of its colour in the style sheet, from 0. */
  readonly colour: number;
  /** In the order of `x`. */
  readonly points: readonly ChartPoint[];
}

/** What a chart shows. */
export interface MetricChart {
  /** What is measured. */
  readonly name: string;
  /** What the x axis counts, with its unit. */
  readonly xLabel: string;
  /** Whether `x` only takes whole numbers. */
  readonly wholeX: boolean;
  readonly series: readonly ChartSeries[];
}

/** Size of a drawing in its own pixels; the style sheet scales it by 0.85 to 1.25. */
const width = 340;
const height = 190;
const top = 10;
const bottom = 152;
const right = 318;
/** Mean width of a digit at the size of the ticks. */
const digit = 7;

/** How many parts of the x axis a drawing tells apart. */
export const chartColumns: number = 280;

/**
 * Draws a chart: round ticks, gaps where values are NaN or infinite, lines named at their ends, and
 * a text alternative that says where each line begins and ends. Without any finite value it says
 * so instead.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const points = [{ x: 0, y: 4 }, { x: 1, y: 2 }];
 * const chart = { name: "loss", xLabel: "step", wholeX: true, series: [{ label: "", colour: 0, points }] };
 * assert.match(String(await metricChart(chart)), /aria-label="loss by step: 4 to 2, range 2 to 4"/);
 * ```
 */
export function metricChart({ name, xLabel, wholeX, series }: MetricChart): Markup {
  const drawn = series.map((one) => ({ ...one, runs: unbroken(one.points) }))
    .filter(({ runs }) => runs.length > 0);
  const shown = drawn.flatMap(({ runs }) => runs.flat());
  if (shown.length === 0) return html`<p class="quiet">No finite value.</p>`;

  const [x0, x1] = widened(extent(shown.map(({ x }) => x)), wholeX ? 1 : 0);
  const yRange = widened(extent(shown.map(({ y }) => y)), 0);
  const yTicks = niceTicks(...yRange, 4);
  // The axis ends at ticks, so that each line lies between two of them.
  const y0 = Math.floor(yRange[0] / yTicks.step + 1e-9) * yTicks.step;
  const y1 = Math.ceil(yRange[1] / yTicks.step - 1e-9) * yTicks.step;
  const { values: rows, step: rowStep } = niceTicks(y0, y1, 6, yTicks.step);
  const rowTexts = rows.map((value) => tickText(value, rowStep));
  const left = 8 + digit * Math.max(...rowTexts.map(({ length }) => length));
  const { values: columns, step: columnStep } = niceTicks(x0, x1, 4, wholeX ? 1 : 0);

  const across = (x: number) => round(left + (x - x0) / (x1 - x0) * (right - left));
  const down = (y: number) => round(bottom - (y - y0) / (y1 - y0) * (bottom - top));
  const ends = drawn.map(({ runs }) => runs[runs.length - 1].slice(-1)[0]);
  const labelDown = labelRows(ends.map(({ y }) => down(y)), { least: top, most: bottom, gap: 13 });

  return html`
    <svg class="chart" viewBox="0 0 ${width} ${height}" role="img"
      aria-label="${summary(name, xLabel, drawn)}"><path class="grid" d="${rows.map((y) =>
        `M${left},${down(y)}H${right}`
      ).join("")}"/><g class="ticks">${rows.map((y, i) =>
        html`<text x="${left - 6}" y="${round(down(y) + 4)}" text-anchor="end">${
          rowTexts[i]
        }</text>`
      )}${columns.map((x) =>
        html`<text x="${across(x)}" y="${bottom + 17}" text-anchor="middle">${
          tickText(x, columnStep)
        }</text>`
      )}<text x="${right}" y="${bottom + 34}" text-anchor="end">${xLabel}</text></g>${drawn.map((
        { label, colour, runs },
        i,
      ) =>
        html`<g class="line-${colour % 12}"><path d="${
          runs.map((run) => lineOf(run, across, down)).join("")
        }"/>${
          label === ""
            ? ""
            : html`<text x="${across(ends[i].x) + 5}" y="${
              round(labelDown[i] + 4)
            }">${label}</text>`
        }</g>`
      )}</svg>
  `;
}

/** Points without a gap between them; what cannot be drawn is a gap. */
function unbroken(points: readonly ChartPoint[]): ChartPoint[][] {
  const runs: ChartPoint[][] = [[]];
  for (const point of points) {
    // The database keeps an infinity as the largest number of its sign.
    if (Math.abs(point.y) < Number.MAX_VALUE) runs[runs.length - 1].push(point);
    else if (runs[runs.length - 1].length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function lineOf(
  run: readonly ChartPoint[],
  across: (x: number) => number,
  down: (y: number) => number,
): string {
  const places = run.map(({ x, y }) => `${across(x)},${down(y)}`);
  // A line of no length is drawn as a dot by its round ends.
  return places.length === 1 ? `M${places[0]}h0` : `M${places.join("L")}`;
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

/** A range in which all is one value gets room on both sides. */
function widened([from, to]: [number, number], least: number): [number, number] {
  const tooNarrow = to - from <= Math.max(Math.abs(from), Math.abs(to)) * 1e-9;
  const room = Math.max(least, Math.abs(from) * 0.1, from === 0 ? 1 : 0);
  return tooNarrow ? [from - room, to + room] : [from, to];
}

function summary(
  name: string,
  xLabel: string,
  drawn: readonly { readonly label: string; readonly runs: readonly ChartPoint[][] }[],
): string {
  const parts = drawn.map(({ label, runs }) => {
    const values = runs.flat().map(({ y }) => y);
    const [least, most] = extent(values).map(shortNumber);
    const way = `${shortNumber(values[0])} to ${shortNumber(values[values.length - 1])}`;
    return `${label === "" ? "" : `${label} `}${way}, range ${least} to ${most}`;
  });
  return `${name} by ${xLabel}: ${parts.join("; ")}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
