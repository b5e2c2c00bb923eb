/** The values of a chart's rows, written in a column at its right edge. */
import * as Plot from "@observablehq/plot";

/** Pixels between the column and the edge. */
const GAP = 4;

/** Where the column stands and what it says. */
export interface ValueColumn<Row> {
  /** The channel of the rows' places. */
  readonly y: keyof Row & string;
  /** Pixels right of the frame, the chart's `marginRight`. */
  readonly width: number;
  readonly text: (row: Row) => string;
}

/**
 * A text per row, flush right, with figures of the same width.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { renderSvg } from "./render.ts";
 * const rows = [{ name: "a", share: 0.25 }];
 * const text = ({ share }: { share: number }) => `${100 * share} %`;
 * const marks = [valueColumn(rows, { y: "name", width: 48, text })];
 * assert.match(renderSvg({ title: "Shares", marginRight: 48, marks }), />25 %</);
 * ```
 */
export function valueColumn<Row>(
  rows: readonly Row[],
  { y, width, text }: ValueColumn<Row>,
): Plot.Text {
  return Plot.text(rows, {
    y,
    frameAnchor: "right",
    text,
    textAnchor: "end",
    dx: width - GAP,
    fontVariant: "tabular-nums",
  });
}
