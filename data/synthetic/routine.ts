/** The hostel's daily routine: what a resident uses and where, hour by hour. */

/** One resident's lights, screens and kettle in kWh for each local hour: a class day, a day off. */
const USE = {
  // deno-fmt-ignore
  classDay: [
    .022, .015, .012, .012, .014, .030, .075, .110, .080, .040, .030, .030,
    .040, .040, .032, .034, .045, .070, .100, .125, .135, .125, .095, .050,
  ],
  // deno-fmt-ignore
  dayOff: [
    .030, .020, .014, .012, .012, .014, .025, .045, .080, .100, .095, .080,
    .085, .085, .070, .065, .068, .080, .100, .120, .130, .125, .105, .060,
  ],
} as const;

/** Share of the residents who are in the room in each local hour: a class day, a day off. */
const PRESENCE = {
  // deno-fmt-ignore
  classDay: [
    1, 1, 1, 1, 1, 1, 1, .9, .6, .3, .2, .2,
    .3, .3, .2, .3, .4, .6, .8, .9, .9, 1, 1, 1,
  ],
  // deno-fmt-ignore
  dayOff: [
    1, 1, 1, 1, 1, 1, 1, 1, .9, .8, .7, .6,
    .6, .6, .5, .5, .5, .6, .7, .8, .9, .9, 1, 1,
  ],
} as const;

/** What residents do at some time of the day. */
export interface Routine {
  /** Lights, screens and kettle, kWh per resident in the hour. */
  readonly useKwh: number;
  /** Share of the residents in the room, 0 to 1. */
  readonly presence: number;
}

/**
 * The routine at a local hour of the day, interpolated between whole hours, so that a room may
 * live a little earlier or later than the others.
 *
 * @param hour Local hour; 24 is 0 again, fractions and negative hours are fine.
 * @param dayOff Whether the day has no classes: a weekend or a vacation.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(routineAt(3, false).presence, 1);
 * assert.ok(routineAt(20, false).useKwh > 10 * routineAt(3, false).useKwh);
 * ```
 */
export function routineAt(hour: number, dayOff: boolean): Routine {
  const kind = dayOff ? "dayOff" : "classDay";
  return { useKwh: interpolate(USE[kind], hour), presence: interpolate(PRESENCE[kind], hour) };
}

function interpolate(byHour: readonly number[], hour: number): number {
  const floor = Math.floor(hour);
  const fraction = hour - floor;
  const before = ((floor % 24) + 24) % 24;
  return byHour[before] * (1 - fraction) + byHour[(before + 1) % 24] * fraction;
}
