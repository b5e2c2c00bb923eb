import assert from "node:assert/strict";
import { isOfSeason, seasonRange } from "./season.ts";

function changesWith(days: Readonly<Record<number, number>>): Float64Array {
  return Float64Array.from({ length: 800 }, (_, day) => days[day] ?? NaN);
}

Deno.test("seasonRange() looks 14 days around the same day of other years", () => {
  // 365.25 days before day 700 is day 334.75.
  const near = changesWith({ 321: -0.2, 348: 0.3 });
  assert.deepEqual(seasonRange(near, { from: 0, to: 600 }, 700), {
    low: -0.2,
    high: 0.3,
    known: true,
  });
  const far = changesWith({ 320: -0.2, 349: 0.3 });
  assert.deepEqual(seasonRange(far, { from: 0, to: 600 }, 700), { low: 0, high: 0, known: false });
});

Deno.test("seasonRange() takes the last days of the reference for known, but for no other year", () => {
  const changes = changesWith({ 595: 0.4 });
  const range = (to: number, day: number) => seasonRange(changes, { from: 0, to }, day);
  assert.deepEqual(range(600, 605), { low: 0, high: 0.4, known: false });
  assert.deepEqual(range(600, 610), { low: 0, high: 0, known: false });
  assert.deepEqual(range(595, 605), { low: 0, high: 0, known: false });
});

Deno.test("isOfSeason() allows half as much more, either way on its own", () => {
  assert.deepEqual(
    [-0.3, -0.31, 0.15, 0.16].map((change) => isOfSeason(change, { low: -0.2, high: 0.1 })),
    [
      true,
      false,
      true,
      false,
    ],
  );
  assert.equal(isOfSeason(0.01, { low: -1, high: 0 }), false);
});
