import assert from "node:assert/strict";
import { isOfSeason, knowsSeasons, seasonRange } from "./season.ts";

function changesWith(days: Readonly<Record<number, number>>): Float64Array {
  return Float64Array.from({ length: 800 }, (_, day) => days[day] ?? NaN);
}

Deno.test("seasonRange() looks 14 days around the same day of other years", () => {
  // 365.25 days before day 700 is day 334.75.
  const near = changesWith({ 321: -0.2, 348: 0.3 });
  assert.deepEqual(seasonRange(near, { from: 0, to: 600 }, 700), [-0.2, 0.3]);
  const far = changesWith({ 320: -0.2, 349: 0.3 });
  assert.deepEqual(seasonRange(far, { from: 0, to: 600 }, 700), [0, 0]);
});

Deno.test("seasonRange() takes the last days of the reference for known", () => {
  const changes = changesWith({ 595: 0.4 });
  assert.deepEqual(seasonRange(changes, { from: 0, to: 600 }, 605), [0, 0.4]);
  assert.deepEqual(seasonRange(changes, { from: 0, to: 600 }, 610), [0, 0]);
  assert.deepEqual(seasonRange(changes, { from: 0, to: 595 }, 605), [0, 0]);
});

Deno.test("isOfSeason() allows half as much more, either way on its own", () => {
  assert.deepEqual([-0.3, -0.31, 0.15, 0.16].map((change) => isOfSeason(change, [-0.2, 0.1])), [
    true,
    false,
    true,
    false,
  ]);
  assert.equal(isOfSeason(0.01, [-1, 0]), false);
});

Deno.test("knowsSeasons() from 337 days on", () => {
  assert.deepEqual([336, 337].map((to) => knowsSeasons({ from: 0, to })), [false, true]);
});
