/** The unit of a time axis. */

/** A unit of time. */
export interface TimeUnit {
  /** In the plural. */
  readonly name: string;
  /** Milliseconds. */
  readonly ms: number;
}

const units: readonly TimeUnit[] = [
  { name: "days", ms: 86_400_000 },
  { name: "hours", ms: 3_600_000 },
  { name: "minutes", ms: 60_000 },
];

/**
 * The largest unit of which a span holds at least two; seconds when there is none.
 *
 * @param span Milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(timeUnit(150_000).name, "minutes");
 * ```
 */
export function timeUnit(span: number): TimeUnit {
  return units.find(({ ms }) => span >= 2 * ms) ?? { name: "seconds", ms: 1000 };
}
