/** The academic calendar of the hostel. A day is counted in whole local days since 1970-01-01. */

import { DAY_MS } from "./site.ts";

/** First and last day of the winter and the summer vacation, as month × 100 + day. */
const VACATIONS = [[120, 208], [701, 831]] as const;

/**
 * Whether a day lies in a vacation: 20 January to 8 February, July and August.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(isVacation(Date.UTC(2024, 6, 1) / 86_400_000), true);
 * assert.equal(isVacation(Date.UTC(2024, 8, 1) / 86_400_000), false);
 * ```
 */
export function isVacation(day: number): boolean {
  const date = new Date(day * DAY_MS);
  const monthDay = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  return VACATIONS.some(([first, last]) => monthDay >= first && monthDay <= last);
}

/**
 * Whether a day is a Saturday or a Sunday.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(isWeekend(Date.UTC(2024, 0, 6) / 86_400_000), true);
 * assert.equal(isWeekend(Date.UTC(2024, 0, 8) / 86_400_000), false);
 * ```
 */
export function isWeekend(day: number): boolean {
  return new Date(day * DAY_MS).getUTCDay() % 6 === 0;
}

/**
 * The academic year of a day, named by the calendar year of its September.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(academicYear(Date.UTC(2024, 7, 31) / 86_400_000), 2023);
 * assert.equal(academicYear(Date.UTC(2024, 8, 1) / 86_400_000), 2024);
 * ```
 */
export function academicYear(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() - (date.getUTCMonth() < 8 ? 1 : 0);
}
