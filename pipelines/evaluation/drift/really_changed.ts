/** Which meters the closure really changed, by their weekly energy alone. */
import { type MeterHours, quantile } from "../../../models/mod.ts";
import { dayRows } from "./day_rows.ts";
import { CLOSURE_DAY, dayOf } from "./study_days.ts";

const WEEK = 7;
/** Days back to the same weekday of the year before. */
const YEAR = 364;
/** Weeks before and after that are compared. */
const WEEKS = 4;
/** Weeks in between that belong to neither: the term ended and people left. */
const GAP = 2;
/** Hours that a week needs. */
const LEAST_HOURS = 84;
/** The closure must lie outside of what nine in ten comparisons of 2019 with 2018 are within. */
const TAIL = 0.05;

/** What weekly energies say of a meter. */
export interface ClosureEffect {
  /** ln of the factor by which the closure changed its energy; `NaN` where weeks are missing. */
  readonly effect: number;
  /** What the same comparison gave in 2019, its 5 % and 95 % quantiles. */
  readonly usual: readonly [number, number];
  readonly reallyChanged: boolean;
}

/**
 * Compares the mean energy of the four weeks from 23 March 2020 on with that of the four weeks from
 * 10 February on, and takes off what the same weeks of 2019 did: the logarithm of the ratio of the
 * two ratios. The same is done around every Monday of 2019 against 2018. A meter has really changed
 * when the closure lies outside the 5 % and 95 % quantiles of those. Neither weather nor baselines
 * nor limits of the judged method play a part.
 *
 * @param hours Days count from 1 January 2018.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { CLOSURE_DAY } from "./study_days.ts";
 * const days = Array.from({ length: 24 * 880 }, (_, hour) => Math.floor(hour / 24));
 * const hours = {
 *   days,
 *   cells: days.map(() => 0),
 *   kwh: days.map((day) => (day < CLOSURE_DAY ? 2 : 1)),
 *   temperatures: days.map(() => NaN),
 * };
 * const { effect, reallyChanged } = closureEffect(hours);
 * assert.ok(Math.abs(effect + Math.log(2)) < 1e-9 && reallyChanged);
 * ```
 */
export function closureEffect(hours: MeterHours): ClosureEffect {
  const effect = differenceAt(hours, CLOSURE_DAY);
  // The first and the last Monday whose ten weeks lie in 2019.
  const [first, last] = [dayOf(2019, 0, 7) + (WEEKS + GAP) * WEEK, dayOf(2019, 11, 30)];
  const others = Float64Array.from(
    { length: (last - WEEKS * WEEK - first) / WEEK + 1 },
    (_, week) => differenceAt(hours, first + WEEK * week),
  ).filter((difference) => !Number.isNaN(difference)).sort();
  if (others.length === 0) return { effect, usual: [NaN, NaN], reallyChanged: false };
  const usual = [quantile(others, TAIL), quantile(others, 1 - TAIL)] as const;
  return { effect, usual, reallyChanged: effect < usual[0] || effect > usual[1] };
}

/** The change at a Monday beyond that of the year before. */
function differenceAt(hours: MeterHours, monday: number): number {
  const change = (day: number) => meanLog(hours, day) - meanLog(hours, day - (WEEKS + GAP) * WEEK);
  return change(monday) - change(monday - YEAR);
}

/** Mean over four weeks of ln(mean load). */
function meanLog(hours: MeterHours, from: number): number {
  let sum = 0;
  for (let week = 0; week < WEEKS; week++) sum += weekLog(hours, from + WEEK * week);
  return sum / WEEKS;
}

function weekLog(hours: MeterHours, from: number): number {
  const rows = dayRows(hours, from, from + WEEK);
  const energy = rows.reduce((sum, row) => sum + hours.kwh[row], 0);
  return rows.length >= LEAST_HOURS && energy > 0 ? Math.log(energy / rows.length) : NaN;
}
