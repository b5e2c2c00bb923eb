/** Looking up a reading by its time. */

import type { FaultSeries } from "./fault.ts";

/**
 * The first row of `series` at or after `ts`; the number of rows when there is none.
 *
 * @param ts Epoch milliseconds, UTC.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const series = { ts: Float64Array.of(10, 20), kwh: Float64Array.of(1, 2) };
 * assert.deepEqual([10, 11, 21].map((ts) => firstRowFrom(series, ts)), [0, 1, 2]);
 * ```
 */
export function firstRowFrom(series: FaultSeries, ts: number): number {
  let low = 0;
  let high = series.ts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (series.ts[middle] < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The reading of `series` at `ts`; `NaN` when the series has none.
 *
 * @param ts Epoch milliseconds, UTC.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const series = { ts: Float64Array.of(10, 20), kwh: Float64Array.of(1, 2) };
 * assert.equal(readingAt(series, 20), 2);
 * assert.ok(Number.isNaN(readingAt(series, 15)));
 * ```
 */
export function readingAt(series: FaultSeries, ts: number): number {
  const row = firstRowFrom(series, ts);
  return series.ts[row] === ts ? series.kwh[row] : NaN;
}
