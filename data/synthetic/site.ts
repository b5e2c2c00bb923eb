/** Where the simulated hostel stands, and its clock. */

/** Milliseconds of an hour. */
export const HOUR_MS = 3_600_000;

/** Milliseconds of a day. */
export const DAY_MS = 24 * HOUR_MS;

/**
 * A hostel in Tashkent: cold winters and hot summers, so that load follows the weather both ways,
 * a weekend of Saturday and Sunday, and a clock that has stayed at UTC+5 since 1992.
 */
export const HOSTEL_SITE = {
  siteId: "hostel",
  timeZone: "Asia/Tashkent",
  utcOffsetHours: 5,
} as const;

/**
 * The hostel's local day at `ts`, in whole days since 1970-01-01.
 *
 * @param ts Epoch milliseconds, UTC.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(localDay(Date.UTC(2024, 0, 5, 18)), 19_727);
 * assert.equal(localDay(Date.UTC(2024, 0, 5, 19)), 19_728);
 * ```
 */
export function localDay(ts: number): number {
  return Math.floor((ts + HOSTEL_SITE.utcOffsetHours * HOUR_MS) / DAY_MS);
}

/**
 * The hostel's local hour of the day at `ts`, 0 to 23.
 *
 * @param ts Epoch milliseconds, UTC.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(localHour(Date.UTC(2024, 0, 5, 18)), 23);
 * ```
 */
export function localHour(ts: number): number {
  return Math.floor((ts - localDayStart(localDay(ts))) / HOUR_MS);
}

/**
 * The first instant of a local day.
 *
 * @param day Whole local days since 1970-01-01.
 * @returns Epoch milliseconds, UTC.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(localDayStart(19_728), Date.UTC(2024, 0, 5, 19));
 * ```
 */
export function localDayStart(day: number): number {
  return day * DAY_MS - HOSTEL_SITE.utcOffsetHours * HOUR_MS;
}
