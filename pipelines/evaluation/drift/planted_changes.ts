/** Load put on top of ordinary months, and how often it was flagged. */
import { type DaySpan, deriveSeed, random } from "../../../models/mod.ts";
import { ORDINARY_MONTHS } from "./study_days.ts";

/** Load put on top. */
export interface PlantedChange {
  readonly name: string;
  /** Share of the load. */
  readonly share: number;
  readonly days: number;
}

/** The changes of the study. */
export const PLANTED = [
  { name: "plus_5_percent_7_days", share: 0.05, days: 7 },
  { name: "plus_5_percent_28_days", share: 0.05, days: 28 },
  { name: "plus_10_percent_7_days", share: 0.1, days: 7 },
  { name: "plus_10_percent_28_days", share: 0.1, days: 28 },
  { name: "plus_20_percent_28_days", share: 0.2, days: 28 },
  { name: "minus_30_percent_28_days", share: -0.3, days: 28 },
] as const satisfies readonly PlantedChange[];

/** The name of such a change. */
export type PlantedName = (typeof PLANTED)[number]["name"];

/** In how many months something was flagged. */
export interface Flagged {
  readonly months: number;
  /** As they were. */
  readonly ordinary: number;
  /** With a change planted, by its name. */
  readonly planted: Readonly<Record<PlantedName, number>>;
}

/**
 * The day on which a change begins in a month: drawn, so that it ends within.
 *
 * @param label Names the drawing: every judge of a meter is given the same days.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const change = { name: "long", share: 0.1, days: 28 };
 * assert.equal(plantedFrom({ from: 31, to: 59 }, change, 7, "b1"), 31);
 * ```
 */
export function plantedFrom(
  { from, to }: DaySpan,
  { name, days }: PlantedChange,
  seed: number,
  label: string,
): number {
  const drawn = random(deriveSeed(seed, `${label} ${from} ${name}`))();
  return from + Math.floor(drawn * (to - from - days + 1));
}

/**
 * Counts the ordinary months in which a judge flags something, as they are and with each change.
 *
 * @param judge Whether it flags a month, given its number and the change that is planted in it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { months, ordinary, planted } = flaggedMonths((month, change) => change?.days === 7);
 * assert.deepEqual([months, ordinary, planted.plus_5_percent_7_days], [12, 0, 12]);
 * ```
 */
export function flaggedMonths(
  judge: (month: number, planted?: PlantedChange) => boolean,
): Flagged {
  const months = Array.from(ORDINARY_MONTHS.keys());
  const count = (planted?: PlantedChange) => months.filter((month) => judge(month, planted)).length;
  return {
    months: months.length,
    ordinary: count(),
    planted: perPlanted(count),
  };
}

/**
 * What `figure` gives for every change, by the change's name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(perPlanted(({ days }) => days).plus_5_percent_28_days, 28);
 * ```
 */
export function perPlanted<Figure>(
  figure: (change: (typeof PLANTED)[number]) => Figure,
): Record<PlantedName, Figure> {
  const figures = PLANTED.map((change) => [change.name, figure(change)]);
  return Object.fromEntries(figures) as Record<PlantedName, Figure>;
}
