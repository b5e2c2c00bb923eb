/** What the pictures of usual days share. */
import * as Plot from "@observablehq/plot";
import type { ProfileRow } from "./daily_profile.ts";
import { palette } from "./palette.ts";
import type { Key } from "./render.ts";

/** What the colours of the marks stand for. */
export const PROFILE_KEYS: readonly Key[] = [
  { text: "median", color: palette.measured },
  { text: "half of the days", color: palette.quiet },
];

/**
 * The scale of the hours of a day.
 *
 * @param ticks Hours that are written.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(hourScale([0, 6]).tickFormat(6), "06:00");
 * ```
 */
export function hourScale(ticks: number[]) {
  return {
    label: null,
    domain: [0, 23],
    ticks,
    tickFormat: (hour: number) => `${String(hour).padStart(2, "0")}:00`,
  };
}

/**
 * The median as a line in the band between the quartiles.
 *
 * @param rows In the order of their hours.
 * @param place Channels that tell the pictures of several days apart.
 * @param strokeWidth Of the line, pixels.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { renderSvg } from "./render.ts";
 * const rows = [{ hour: 0, q1: 1, median: 2, q3: 4 }, { hour: 1, q1: 1, median: 1, q3: 2 }];
 * const svg = renderSvg({ title: "Usual day", marks: profileMarks(rows, {}, 1.6) });
 * assert.match(svg, /class="quartiles[^]*class="median/);
 * ```
 */
export function profileMarks(
  rows: readonly ProfileRow[],
  place: { readonly fx?: string; readonly fy?: string; readonly z?: string },
  strokeWidth: number,
): Plot.Markish[] {
  return [
    Plot.areaY(rows, {
      ...place,
      x: "hour",
      y1: "q1",
      y2: "q3",
      fill: palette.quiet,
      fillOpacity: 0.3,
      className: "quartiles",
    }),
    Plot.lineY(rows, {
      ...place,
      x: "hour",
      y: "median",
      stroke: palette.measured,
      strokeWidth,
      className: "median",
    }),
  ];
}
