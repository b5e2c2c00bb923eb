/** The one way in which faults write: replace readings of a window and label them. */

import type { FaultSeries, FaultWindow, FaultySeries } from "./fault.ts";

/**
 * Copies a series with the readings of a window replaced and labelled.
 *
 * @param replacement The wrong reading of a row, or `NaN` to leave the row alone. Rows whose
 * reading is missing are left alone too: a fault does not invent readings.
 * @throws {RangeError} When the window is empty or leaves the series.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const series = { ts: Float64Array.of(0, 1, 2), kwh: Float64Array.of(5, 6, 7) };
 * const { kwh, label } = replaceRows(series, { from: 1, to: 2 }, () => 0);
 * assert.deepEqual([...kwh], [5, 0, 7]);
 * assert.deepEqual([...label], [0, 1, 0]);
 * ```
 */
export function replaceRows(
  series: FaultSeries,
  window: FaultWindow,
  replacement: (row: number) => number,
): FaultySeries {
  const rows = series.kwh.length;
  if (window.from < 0 || window.to > rows || window.from >= window.to) {
    throw new RangeError(
      `Cannot put a fault into rows ${window.from} to ${window.to} of a series of ${rows}`,
    );
  }
  const kwh = series.kwh.slice();
  const label = new Uint8Array(rows);
  for (let row = window.from; row < window.to; row++) {
    const value = replacement(row);
    if (Number.isNaN(value) || Number.isNaN(kwh[row])) continue;
    kwh[row] = value;
    label[row] = 1;
  }
  return { kwh, label };
}
