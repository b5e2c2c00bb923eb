/** Where events lie on a time axis. */

/** A span of time that counts as one event. */
export interface EventSpan {
  /** Epoch milliseconds, UTC. */
  readonly start: number;
  /** Epoch milliseconds, UTC. */
  readonly end: number;
}

/** A band to draw, epoch milliseconds, UTC. */
export interface EventBand {
  readonly x1: number;
  readonly x2: number;
}

/** The narrowest band that can be seen, px. */
const LEAST_WIDTH = 2;

/**
 * The bands of the events that reach into the domain, cut at its ends and at least 2 px wide.
 *
 * @param domain First and last time of the axis, epoch milliseconds, UTC.
 * @param width Width of the axis, px.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const bands = eventBands([{ start: -5, end: 40 }, { start: 150, end: 160 }], [0, 100], 100);
 * assert.deepEqual(bands, [{ x1: 0, x2: 40 }]);
 * ```
 */
export function eventBands(
  events: readonly EventSpan[],
  [first, last]: readonly number[],
  width: number,
): EventBand[] {
  const narrowest = LEAST_WIDTH * (last - first) / width;
  return events.filter(({ start, end }) => end >= first && start <= last)
    .map(({ start, end }) => ({
      x1: Math.max(start, first),
      x2: Math.min(Math.max(end, start + narrowest), last + narrowest),
    }));
}
