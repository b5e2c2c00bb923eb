import assert from "node:assert/strict";
import { type PartFigures, partFigures } from "./drift_study.ts";
import { CLOSURE_DAY, ORDINARY_MONTHS } from "./study_days.ts";
import { studyMeters } from "./study_meters_fixture.ts";

const from = ORDINARY_MONTHS[5].from + 10;
/** Meter 0 doubles for two weeks of June 2019; all but meter 5 close, meter 4 only by a tenth. */
function factor(meter: number, day: number): number {
  if (meter === 0 && day >= from && day < from + 14) return 2;
  if (day < CLOSURE_DAY || meter === 5) return 1;
  return meter === 4 ? 0.9 : 0.5;
}

let kept: PartFigures | undefined;
function part(): PartFigures {
  return kept ??= partFigures(studyMeters(6, factor), 7);
}

Deno.test("partFigures() gives shares of meter-months with intervals over meters", () => {
  const { meters, meter_months, judges } = part();
  assert.deepEqual([meters.length, meter_months], [6, 72]);
  const { ours } = judges;
  // June, and July as far as four weeks before it hold it.
  assert.ok(ours.false_alarms! >= 1 / 72 && ours.false_alarms! <= 2 / 72, `${ours.false_alarms}`);
  const [low, high] = ours.false_alarms_ci;
  assert.ok(low === 0 && high! > ours.false_alarms! && high! <= 1 / 6);
  assert.ok(ours.minus_30_percent_28_days! > 0.95);
  assert.deepEqual(Object.keys(judges)[0], "ours");
  assert.equal(Object.keys(judges).length, 9);
});

Deno.test("partFigures() judges the closure by the meters that really changed", () => {
  const { closure } = part();
  assert.equal(closure.really_changed, 5);
  assert.deepEqual([closure.in_time, closure.flagged, closure.median_days], [1, 1, 2]);
  assert.deepEqual(closure.site, { flagged: "2020-03-24", days: 2 });
  const [last] = closure.meters.slice(-1);
  assert.deepEqual([last.really_changed, last.flagged], [false, null]);
});

Deno.test("partFigures() is the same for the same seed, and planted days are others for another", () => {
  const meters = studyMeters(5);
  assert.deepEqual(partFigures(meters, 3), partFigures(meters, 3));
});

Deno.test("partFigures() has no shares of a closure that changed nothing", () => {
  const { closure } = partFigures(studyMeters(2), 1);
  assert.equal(closure.really_changed, 0);
  assert.deepEqual([closure.in_time, closure.in_time_ci], [null, [null, null]]);
  assert.equal(closure.median_days, null);
});
