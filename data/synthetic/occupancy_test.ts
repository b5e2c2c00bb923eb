import assert from "node:assert/strict";
import { isVacation, isWeekend } from "./calendar.ts";
import { residentsPerDay } from "./occupancy.ts";
import { DAY_MS } from "./site.ts";

const FIRST_DAY = Date.UTC(2022, 8, 1) / DAY_MS;
const DAYS = 730;

function shareAtHome(filter: (day: number) => boolean): number {
  let home = 0;
  let beds = 0;
  for (let room = 0; room < 100; room++) {
    const residents = residentsPerDay({ meterId: `room-${room}`, beds: 4 }, FIRST_DAY, DAYS, 1);
    residents.forEach((count, i) => {
      if (!filter(FIRST_DAY + i)) return;
      home += count;
      beds += 4;
    });
  }
  return home / beds;
}

Deno.test("residentsPerDay() fills 95 % × 97 % of the beds on weekdays in mid-term", () => {
  const share = shareAtHome((day) => !isWeekend(day) && !isVacation(day));
  assert.ok(Math.abs(share - 0.95 * 0.97) < 0.01, `${share}`);
});

Deno.test("residentsPerDay() fills 95 % × 75 % of the beds on weekends in term", () => {
  const share = shareAtHome((day) => isWeekend(day) && !isVacation(day));
  assert.ok(Math.abs(share - 0.95 * 0.75) < 0.02, `${share}`);
});

Deno.test("residentsPerDay() leaves one bed in ten taken in the middle of a vacation", () => {
  const share = shareAtHome((day) =>
    !isWeekend(day) && [-10, 10].every((offset) => isVacation(day + offset))
  );
  assert.ok(Math.abs(share - 0.95 * 0.1 * 0.97) < 0.02, `${share}`);
});

Deno.test("residentsPerDay() never counts more residents than beds", () => {
  for (const beds of [0, 2, 6]) {
    const residents = residentsPerDay({ meterId: "room", beds }, FIRST_DAY, DAYS, 3);
    assert.ok(residents.every((count) => count <= beds));
  }
});

Deno.test("residentsPerDay() repeats for a seed and differs between seeds and rooms", () => {
  const once = residentsPerDay({ meterId: "a", beds: 6 }, FIRST_DAY, DAYS, 3);
  assert.deepEqual(residentsPerDay({ meterId: "a", beds: 6 }, FIRST_DAY, DAYS, 3), once);
  assert.notDeepEqual(residentsPerDay({ meterId: "a", beds: 6 }, FIRST_DAY, DAYS, 4), once);
  assert.notDeepEqual(residentsPerDay({ meterId: "b", beds: 6 }, FIRST_DAY, DAYS, 3), once);
});
