/** A long series made short enough to draw, without losing a spike or hiding a gap. */

/** One point of a line; `NaN` breaks it. */
export interface LinePoint {
  /** Epoch milliseconds, UTC. */
  readonly ts: number;
  readonly value: number;
}

/**
 * Keeps the first, last, lowest and highest point of each pixel column (M4: Jugel et al. 2014,
 * "M4: A Visualization-Oriented Time Series Data Aggregation"), so that the drawn line covers the
 * same pixels, and puts a break where intervals are missing: where values are `NaN`, or where the
 * next point comes later than 1.5 times the usual (median) step.
 *
 * @param points In order of time.
 * @param columns Pixel columns from the first to the last point; at least 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const points = [0, 1, 2, 5, 6].map((ts) => ({ ts, value: ts }));
 * assert.deepEqual(linePoints(points, 100).map((p) => p.value), [0, 1, 2, NaN, 5, 6]);
 * ```
 */
export function linePoints(points: readonly LinePoint[], columns: number): LinePoint[] {
  if (points.length < 2) return [...points];
  const start = points[0].ts;
  const span = points[points.length - 1].ts - start;
  const steps = Float64Array.from(points.slice(1), ({ ts }, i) => ts - points[i].ts).sort();
  const longest = 1.5 * steps[steps.length >> 1];
  const columnOf = (ts: number) => Math.min(columns - 1, Math.floor((ts - start) / span * columns));

  /** Whether point `i + 1` is drawn as one with point `i`. */
  const joins = (i: number) =>
    i + 1 < points.length && points[i + 1].ts - points[i].ts <= longest &&
    Number.isNaN(points[i].value) === Number.isNaN(points[i + 1].value);

  const kept: LinePoint[] = [];
  for (let from = 0; from < points.length;) {
    let to = from;
    let lowest = from;
    let highest = from;
    const column = columnOf(points[from].ts);
    while (joins(to) && columnOf(points[to + 1].ts) === column) {
      to++;
      if (points[to].value < points[lowest].value) lowest = to;
      if (points[to].value > points[highest].value) highest = to;
    }
    const indices = [...new Set([from, lowest, highest, to])].sort((a, b) => a - b);
    kept.push(...indices.map((i) => points[i]));
    if (to + 1 < points.length && points[to + 1].ts - points[to].ts > longest) {
      kept.push({ ts: points[to].ts, value: NaN });
    }
    from = to + 1;
  }
  return kept;
}
