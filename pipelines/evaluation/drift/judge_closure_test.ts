import assert from "node:assert/strict";
import { judgeClosure } from "./judge_closure.ts";
import { CLOSURE_DAY } from "./study_days.ts";
import { studyMeters } from "./study_meters_fixture.ts";

Deno.test("judgeClosure() counts the days of closure up to the first flag", () => {
  // All but the last meter use half as much from 23 March on.
  const meters = studyMeters(7, (meter, day) => day >= CLOSURE_DAY && meter < 6 ? 0.5 : 1);
  const { meters: found, site } = judgeClosure(meters);
  assert.deepEqual(found.map(({ really_changed }) => really_changed), [
    ...new Array(6).fill(true),
    false,
  ]);
  for (const { days, flagged, change } of found.slice(0, 6)) {
    // One of seven days is set aside at either end: the second changed day is the first that shows.
    assert.deepEqual([days, flagged], [2, "2020-03-24"]);
    assert.ok(Math.abs(change! + 0.5) < 0.02, String(change));
  }
  assert.deepEqual(site, { flagged: "2020-03-24", days: 2 });
  assert.deepEqual([found[6].days, found[6].flagged], [null, null]);
});

Deno.test("judgeClosure() flags nothing where nothing closed", () => {
  const { meters, site } = judgeClosure(studyMeters(6));
  assert.ok(meters.every(({ days, lasting }) => days === null && !lasting));
  assert.deepEqual(site, { flagged: null, days: null });
});
