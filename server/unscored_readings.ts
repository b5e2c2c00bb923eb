/** Which readings of a request lie in no scored hour. */
import type { Reading } from "../data/mod.ts";
import type { ScoredReading } from "./deps.ts";

const HOUR_MS = 3_600_000;

/**
 * The readings that lie in no scored hour, in their order.
 *
 * @param scored By meter and time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const sent = [{ meterId: "b1", ts: 0, kwh: 1 }];
 * assert.deepEqual(unscoredReadings([], sent), sent);
 * ```
 */
export function unscoredReadings(
  scored: readonly Pick<ScoredReading, "meterId" | "ts">[],
  sent: readonly Reading[],
): Reading[] {
  const hours = new Map<string, number[]>();
  for (const { meterId, ts } of scored) {
    const known = hours.get(meterId);
    if (known === undefined) hours.set(meterId, [ts]);
    else known.push(ts);
  }
  return sent.filter(({ meterId, ts }) => {
    const start = lastUpTo(hours.get(meterId) ?? [], ts);
    return start === undefined || ts >= start + HOUR_MS;
  });
}

/** The greatest of the ascending `times` that is not after `ts`. */
function lastUpTo(times: readonly number[], ts: number): number | undefined {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= ts) low = middle + 1;
    else high = middle;
  }
  return times[low - 1];
}
