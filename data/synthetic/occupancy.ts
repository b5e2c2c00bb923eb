/** Who is at home in a room, day by day. */

import { academicYear, isVacation, isWeekend } from "./calendar.ts";
import { type Random, randomStream, uniformInteger } from "./random.ts";

/** The tenant of one bed in one academic year; `undefined` beds stand empty. */
interface Resident {
  /** Days the resident still stays when a vacation has begun. */
  readonly leavesAfter: number;
  /** Days before its end at which the resident is back. */
  readonly returnsBefore: number;
  /** Whether the resident stays through vacations. */
  readonly stays: boolean;
  /** Share of weekend days spent elsewhere. */
  readonly weekendsAway: number;
}

/** Share of beds that are let. */
const LET = 0.95;
/** Share of residents who stay through vacations. */
const STAYS = 0.1;
/** Share of term weekdays spent elsewhere. */
const WEEKDAYS_AWAY = 0.03;

function newResident(random: Random): Resident | undefined {
  if (random() >= LET) return undefined;
  return {
    leavesAfter: uniformInteger(random, 0, 5),
    returnsBefore: uniformInteger(random, 0, 4),
    stays: random() < STAYS,
    weekendsAway: 0.05 + 0.4 * random(),
  };
}

function isAway(resident: Resident, day: number, chance: number): boolean {
  const vacation = isVacation(day - resident.leavesAfter) &&
    isVacation(day + resident.returnsBefore);
  if (vacation && !resident.stays) return true;
  return chance < (isWeekend(day) ? resident.weekendsAway : WEEKDAYS_AWAY);
}

/**
 * The number of residents at home on each of `days` local days from `firstDay`.
 *
 * A bed is let for an academic year with probability 0.95. A resident leaves up to 5 days into a
 * vacation and is back up to 4 days before its end, or (1 in 10) stays; spends 5 to 45 % of the
 * weekends elsewhere, a share of their own, and 3 % of other days.
 *
 * @param room The room; its id names its random stream.
 * @param firstDay Whole local days since 1970-01-01.
 * @returns One count per day, 0 to `room.beds`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const residents = residentsPerDay({ meterId: "room-2-01", beds: 2 }, 19_700, 30, 7);
 * assert.equal(residents.length, 30);
 * assert.ok(residents.every((count) => count <= 2));
 * ```
 */
export function residentsPerDay(
  room: { readonly meterId: string; readonly beds: number },
  firstDay: number,
  days: number,
  seed: number,
): Uint8Array {
  const residents = new Uint8Array(days);
  for (let bed = 0; bed < room.beds; bed++) {
    const random = randomStream(seed, `${room.meterId} bed ${bed}`);
    let year: number | undefined;
    let resident: Resident | undefined;
    for (let i = 0; i < days; i++) {
      const day = firstDay + i;
      if (academicYear(day) !== year) {
        year = academicYear(day);
        resident = newResident(random);
      }
      if (resident && !isAway(resident, day, random())) residents[i]++;
    }
  }
  return residents;
}
