/** Calendar months, UTC. */

/**
 * The last whole calendar month (UTC) that ends at or before the hour after `at`.
 *
 * @param at Start of the last known hour, epoch milliseconds.
 * @returns Start and end, exclusive, in epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(lastMonth(Date.UTC(2020, 4, 15)), {
 *   from: Date.UTC(2020, 3, 1),
 *   to: Date.UTC(2020, 4, 1),
 * });
 * ```
 */
export function lastMonth(at: number): { from: number; to: number } {
  const end = new Date(at + 3_600_000);
  const [year, month] = [end.getUTCFullYear(), end.getUTCMonth()];
  return { from: Date.UTC(year, month - 1, 1), to: Date.UTC(year, month, 1) };
}

/**
 * A month after a time: the same day and hour of the next calendar month (UTC), or its last day
 * where it is shorter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(monthAfter(Date.UTC(2020, 3, 1)), Date.UTC(2020, 4, 1));
 * ```
 */
export function monthAfter(from: number): number {
  const date = new Date(from);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return date.setUTCFullYear(year, month, Math.min(day, last));
}

/**
 * Months since January 1970 of each time, UTC.
 *
 * @param ts Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...monthIndex([Date.UTC(1970, 0, 31), Date.UTC(1971, 1, 1)])], [0, 13]);
 * ```
 */
export function monthIndex(ts: ArrayLike<number>): Int32Array {
  return Int32Array.from(ts, (at) => {
    const date = new Date(at);
    return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
  });
}
