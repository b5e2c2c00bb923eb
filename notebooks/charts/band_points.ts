/** A band over time made short enough to draw, without narrowing it or hiding a gap. */

/** Both edges of a band at one time; `NaN` breaks it. */
export interface BandPoint {
  /** Epoch milliseconds, UTC. */
  readonly ts: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Joins the points of each pixel column into one from the lowest to the highest edge, and puts a
 * break where the next point comes later than 1.5 times the usual (median) step. Points without an
 * edge are left out.
 *
 * @param points In order of time.
 * @param columns Pixel columns from the first to the last point; at least 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const points = [0, 1, 2, 3].map((ts) => ({ ts, low: ts, high: ts + 10 }));
 * assert.deepEqual(bandPoints(points, 2), [
 *   { ts: 0, low: 0, high: 11 },
 *   { ts: 2, low: 2, high: 13 },
 * ]);
 * ```
 */
export function bandPoints(points: readonly BandPoint[], columns: number): BandPoint[] {
  const whole = points.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  if (whole.length < 2) return whole;
  const start = whole[0].ts;
  const span = whole[whole.length - 1].ts - start;
  const steps = Float64Array.from(whole.slice(1), ({ ts }, i) => ts - whole[i].ts).sort();
  const longest = 1.5 * steps[steps.length >> 1];
  const columnOf = (ts: number) => Math.min(columns - 1, Math.floor((ts - start) / span * columns));
  const kept: BandPoint[] = [];
  let before = whole[0];
  for (const point of whole) {
    const last = kept.at(-1);
    const gap = point.ts - before.ts > longest;
    before = point;
    if (last === undefined || gap || columnOf(last.ts) !== columnOf(point.ts)) {
      if (gap) kept.push({ ts: point.ts, low: NaN, high: NaN });
      kept.push(point);
      continue;
    }
    kept[kept.length - 1] = {
      ts: last.ts,
      low: Math.min(last.low, point.low),
      high: Math.max(last.high, point.high),
    };
  }
  return kept;
}
