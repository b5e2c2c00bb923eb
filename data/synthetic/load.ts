/** The electric load of one room. */

import { isVacation, isWeekend } from "./calendar.ts";
import { type Random, standardNormal } from "./random.ts";
import { routineAt } from "./routine.ts";

/** What distinguishes one room's use from another's; constant over the simulation. */
export interface RoomHabits {
  /** Hours by which the room lives later than the routine; negative is earlier. */
  readonly laterHours: number;
  /** Use relative to the routine, about 1. */
  readonly appetite: number;
  /** Standby of router and chargers in kWh per hour. */
  readonly standbyKwh: number;
  /** Indoor comfort: the outdoor temperatures in °C below and above which people act. */
  readonly heatBelowC: number;
  readonly coolAboveC: number;
}

/** Refrigerator at 20 °C, and its growth per °C: kWh per hour. */
const FRIDGE = { kwh: 0.035, growthPerC: 0.02 } as const;
/** Electric heater and fans per °C beyond comfort, and what one room's wiring allows: kWh/h. */
const HEATER = { kwhPerC: 0.022, maximumKwh: 0.9 } as const;
const FANS = { kwhPerC: 0.014, maximumKwh: 0.35 } as const;
/** A kettle, iron or cooker: uses per routine kWh, and the energy of one use in kWh. */
const APPLIANCE = { usesPerKwh: 0.45, leastKwh: 0.1, mostKwh: 0.5 } as const;
/** Standard deviation of the logarithm of an hour's use around the routine. */
const HOURLY_SPREAD = 0.18;

/**
 * Draws a room's habits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const habits = drawHabits(6, () => 0.5);
 * assert.equal(habits.laterHours, 0);
 * assert.equal(habits.standbyKwh, 0.03);
 * ```
 */
export function drawHabits(beds: number, random: Random): RoomHabits {
  return {
    laterHours: 3 * random() - 1.5,
    appetite: Math.exp(0.15 * standardNormal(random)),
    standbyKwh: (0.006 + 0.004 * beds) * (0.5 + random()),
    heatBelowC: 12 + 4 * random(),
    coolAboveC: 23 + 3 * random(),
  };
}

/** An hour in a room. */
export interface RoomHour {
  /** Whole local days since 1970-01-01. */
  readonly day: number;
  /** Local hour of the day, 0 to 23. */
  readonly hour: number;
  /** Residents who spend the day in the hostel. */
  readonly residents: number;
  /** Outdoor air temperature in °C. */
  readonly temperatureC: number;
}

/**
 * The energy a room uses in one hour, in kWh to the watt-hour: standby and refrigerator always;
 * lights and screens by residents and routine; heater and fans by temperature while somebody is
 * in; now and then an appliance.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { randomStream } from "./random.ts";
 * const random = randomStream(7, "example");
 * const hour = { day: 19_728, hour: 20, residents: 4, temperatureC: 15 };
 * const empty = { ...hour, residents: 0 };
 * const habits = drawHabits(4, random);
 * assert.ok(roomLoad(hour, habits, random) > roomLoad(empty, habits, random));
 * ```
 */
export function roomLoad(at: RoomHour, habits: RoomHabits, random: Random): number {
  const dayOff = isWeekend(at.day) || isVacation(at.day);
  const routine = routineAt(at.hour - habits.laterHours, dayOff);
  const routineKwh = at.residents * routine.useKwh * habits.appetite;
  const appliance = random() < APPLIANCE.usesPerKwh * routineKwh
    ? APPLIANCE.leastKwh + (APPLIANCE.mostKwh - APPLIANCE.leastKwh) * random()
    : 0;
  const use = routineKwh * Math.exp(HOURLY_SPREAD * standardNormal(random));
  const fridge = FRIDGE.kwh * Math.max(0.3, 1 + FRIDGE.growthPerC * (at.temperatureC - 20));
  const kwh = habits.standbyKwh + fridge + use + appliance +
    comfortKwh(at, habits, routine.presence);
  return Math.round(1000 * kwh) / 1000;
}

/** More people share one heater and its warmth, so comfort grows with their square root. */
function comfortKwh(at: RoomHour, habits: RoomHabits, presence: number): number {
  const cold = Math.max(0, habits.heatBelowC - at.temperatureC);
  const heat = Math.max(0, at.temperatureC - habits.coolAboveC);
  const heater = Math.min(HEATER.maximumKwh, HEATER.kwhPerC * cold);
  const fans = Math.min(FANS.maximumKwh, FANS.kwhPerC * heat);
  return Math.sqrt(at.residents) * presence * habits.appetite * (heater + fans);
}
