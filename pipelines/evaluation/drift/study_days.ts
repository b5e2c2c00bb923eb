/** The days that the drift study is about; spans count from 1 January 2018. */
import type { DaySpan } from "../../../models/mod.ts";

const DAY_MS = 86_400_000;

/** First day of the study, by its number since 1970. */
export const FIRST_DAY: number = Date.UTC(2018, 0, 1) / DAY_MS;
/** The day after the last. */
export const LAST_DAY: number = Date.UTC(2020, 5, 1) / DAY_MS;

/** The year that 2019 is judged by. */
export const YEAR_2018: DaySpan = monthSpan(2018, 0, 12);
/** The year that 2020 is judged by. */
export const YEAR_2019: DaySpan = monthSpan(2019, 0, 12);
/** Months in which nothing is known to have happened. */
export const ORDINARY_MONTHS: readonly DaySpan[] = Array.from(
  { length: 12 },
  (_, month) => monthSpan(2019, month),
);

/**
 * First day of the closure, a Monday: the university had closed its buildings on Friday evening,
 * the national order came on this day.
 */
export const CLOSURE_DAY: number = dayOf(2020, 2, 23);
/** What is judged: from the day of the first advice to stay at home to the end of May. */
export const CLOSURE: DaySpan = { from: dayOf(2020, 2, 16), to: dayOf(2020, 5, 1) };

/**
 * The number of a day.
 *
 * @param month From 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(dayOf(2018, 1, 1), 31);
 * ```
 */
export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / DAY_MS - FIRST_DAY;
}

/**
 * The days of a month or of several.
 *
 * @param month From 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(monthSpan(2018, 1), { from: 31, to: 59 });
 * ```
 */
export function monthSpan(year: number, month: number, months = 1): DaySpan {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + months, 1) };
}

/**
 * The ISO date of a day.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(dateOf(31), "2018-02-01");
 * ```
 */
export function dateOf(day: number): string {
  return new Date((FIRST_DAY + day) * DAY_MS).toISOString().slice(0, 10);
}
