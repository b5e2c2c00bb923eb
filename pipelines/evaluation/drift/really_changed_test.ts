import assert from "node:assert/strict";
import { closureEffect } from "./really_changed.ts";
import { CLOSURE_DAY, dayOf } from "./study_days.ts";
import { studyMeters } from "./study_meters_fixture.ts";

function effectOf(factor: (meter: number, day: number) => number) {
  return closureEffect(studyMeters(1, factor)[0].hours);
}

Deno.test("closureEffect() is the change at the closure beyond that of the year before", () => {
  const closed = (share: number) => (_: number, day: number) => day < CLOSURE_DAY ? 1 : share;
  const { effect, usual, reallyChanged } = effectOf(closed(0.6));
  assert.ok(Math.abs(effect - Math.log(0.6)) < 0.02, String(effect));
  assert.ok(usual[0] > -0.03 && usual[1] < 0.03 && reallyChanged, String(usual));
  assert.equal(effectOf(closed(1)).effect > -0.02, true);
});

Deno.test("closureEffect() takes off what the same weeks of 2019 did", () => {
  const easter = (_: number, day: number) => {
    const [a, b] = [dayOf(2019, 2, 25), dayOf(2019, 3, 22)];
    return day >= a && day < b || day >= a + 364 && day < b + 364 ? 0.5 : 1;
  };
  assert.ok(Math.abs(effectOf(easter).effect) < 0.03);
});

Deno.test("closureEffect() is nothing new to a meter that changes as much all the time", () => {
  // Loads double and halve every four weeks, out of step from year to year.
  const restless = (_: number, day: number) => 1 + (Math.floor(day / 28) % 2);
  const wild = (_: number, day: number) => restless(0, day) * (day < CLOSURE_DAY ? 1 : 0.9);
  assert.equal(effectOf(wild).reallyChanged, false);
});

Deno.test("closureEffect() does not know a meter without the weeks", () => {
  const [{ hours }] = studyMeters(1);
  const until = Array.from(hours.days).findIndex((day) => day >= CLOSURE_DAY + 5);
  const cut = { ...hours, days: Array.from(hours.days).slice(0, until) };
  assert.deepEqual([closureEffect(cut).effect, closureEffect(cut).reallyChanged], [NaN, false]);
});
