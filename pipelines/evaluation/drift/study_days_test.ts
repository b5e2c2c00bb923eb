import assert from "node:assert/strict";
import {
  CLOSURE,
  CLOSURE_DAY,
  dateOf,
  dayOf,
  FIRST_DAY,
  LAST_DAY,
  monthSpan,
  ORDINARY_MONTHS,
  YEAR_2018,
  YEAR_2019,
} from "./study_days.ts";

Deno.test("the years follow one another, and the months divide 2019", () => {
  assert.deepEqual(YEAR_2018, { from: 0, to: 365 });
  assert.deepEqual(YEAR_2019, { from: 365, to: 730 });
  assert.equal(ORDINARY_MONTHS.length, 12);
  assert.deepEqual([ORDINARY_MONTHS[0].from, ORDINARY_MONTHS[11].to], [365, 730]);
  for (let i = 1; i < 12; i++) assert.equal(ORDINARY_MONTHS[i].from, ORDINARY_MONTHS[i - 1].to);
});

Deno.test("the closure begins on Monday 23 March 2020 and lies within the study", () => {
  assert.equal(new Date((FIRST_DAY + CLOSURE_DAY) * 86_400_000).getUTCDay(), 1);
  assert.deepEqual([CLOSURE.from, CLOSURE.to - 1].map(dateOf), ["2020-03-16", "2020-05-31"]);
  assert.equal(CLOSURE.to, LAST_DAY - FIRST_DAY);
});

Deno.test("dayOf(), monthSpan() and dateOf() know the leap year", () => {
  assert.equal(dayOf(2020, 2, 1) - dayOf(2020, 1, 1), 29);
  assert.deepEqual(monthSpan(2018, 0, 2), { from: 0, to: 59 });
  assert.equal(dateOf(dayOf(2020, 1, 29)), "2020-02-29");
});
