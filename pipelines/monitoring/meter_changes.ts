/** Which meters began, stopped or changed their interval in a window. */
import type { MeterPresence } from "./meter_presence.ts";
import type { Span } from "./section.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Loggers are not exact to the second. */
const TOLERANCE_MS = 30_000;
/** Readings by which an interval is known. */
const LEAST_READINGS = 24;
/** Meters named of each kind. */
const NAMED = 12;

/** How many meters, and some of them. */
export interface ChangedMeters<Meter> {
  readonly count: number;
  /** By id, at most 12. */
  readonly worst: readonly Meter[];
}

/** Meters that are not what they were. */
export interface MeterChanges {
  /** Their first reading lies in the window; `since` is ISO 8601, UTC. */
  readonly new_meters: ChangedMeters<{ readonly meter: string; readonly since: string }>;
  /** They sent before, and are silent for too long when the window ends; `since` as above. */
  readonly stopped_meters: ChangedMeters<{ readonly meter: string; readonly since: string }>;
  /** The median time from one reading to the next is another one. */
  readonly changed_interval: ChangedMeters<
    { readonly meter: string; readonly minutes_before: number; readonly minutes_now: number }
  >;
}

/**
 * Compares when and how often meters send in the window with before. A meter has stopped when it is
 * silent at the end of the window for longer than ever before, a day at least and half the window at
 * most; one that was silent for more than a window's length before the window is none of its news.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hour = 3_600_000;
 * const { stopped_meters } = meterChanges([{
 *   meterId: "a",
 *   intervalMs: hour,
 *   first: 0,
 *   last: 199 * hour,
 *   before: 168,
 *   within: 32,
 *   usualStepBefore: hour,
 *   usualStepWithin: hour,
 *   longestStepBefore: hour,
 * }], { from: 168 * hour, to: 336 * hour });
 * assert.deepEqual(stopped_meters, {
 *   count: 1,
 *   worst: [{ meter: "a", since: "1970-01-09T08:00:00.000Z" }],
 * });
 * ```
 */
export function meterChanges(
  meters: readonly MeterPresence[],
  { from, to }: Span,
): MeterChanges {
  const length = to - from;
  const iso = (ms: number) => new Date(ms).toISOString();
  // Where nothing is known of before, nothing is new.
  const known = meters.some(({ before }) => before > 0);
  const came = meters.filter(({ before, within }) => known && before === 0 && within > 0);
  const stopped = meters.filter(({ before, last, intervalMs, longestStepBefore }) => {
    const patience = Math.max(DAY_MS, Math.min(longestStepBefore ?? 0, length / 2));
    return before > 0 && last >= from - length && to - (last + intervalMs) > patience;
  });
  const changed = meters.filter(({ before, within, usualStepBefore, usualStepWithin }) =>
    Math.min(before, within) >= LEAST_READINGS &&
    Math.abs((usualStepWithin ?? 0) - (usualStepBefore ?? 0)) > TOLERANCE_MS
  );
  return {
    new_meters: named(came, ({ meterId, first }) => ({ meter: meterId, since: iso(first) })),
    stopped_meters: named(stopped, ({ meterId, last, intervalMs }) => ({
      meter: meterId,
      since: iso(last + intervalMs),
    })),
    changed_interval: named(changed, ({ meterId, usualStepBefore, usualStepWithin }) => ({
      meter: meterId,
      minutes_before: (usualStepBefore ?? 0) / MINUTE_MS,
      minutes_now: (usualStepWithin ?? 0) / MINUTE_MS,
    })),
  };
}

function named<Meter>(
  meters: readonly MeterPresence[],
  tell: (meter: MeterPresence) => Meter,
): ChangedMeters<Meter> {
  return { count: meters.length, worst: meters.slice(0, NAMED).map(tell) };
}
