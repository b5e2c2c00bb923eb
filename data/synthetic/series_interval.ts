/** How far apart the readings of a series are. */

import { HOUR_MS } from "./site.ts";

const MINUTE_MS = 60_000;

/**
 * The most frequent step between times to the minute, as loggers are not exact to the second;
 * the shortest of equally frequent ones; an hour where there is no step to tell by.
 *
 * @param ts Times in ascending order, epoch milliseconds.
 * @returns Milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(seriesInterval(Float64Array.of(0, 900_000, 5_400_000, 6_300_000)), 900_000);
 * ```
 */
export function seriesInterval(ts: Float64Array): number {
  const counts = new Map<number, number>();
  for (let row = 1; row < ts.length; row++) {
    const step = MINUTE_MS * Math.round((ts[row] - ts[row - 1]) / MINUTE_MS);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, times], [b, others]) => others - times || a - b);
  return most?.[0] ?? HOUR_MS;
}
