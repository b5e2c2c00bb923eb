import assert from "node:assert/strict";
import { judgeOrdinary } from "./judge_ordinary.ts";
import { ORDINARY_MONTHS } from "./study_days.ts";
import { studyMeters } from "./study_meters_fixture.ts";

function tenth(_: string, month: number): number {
  return ORDINARY_MONTHS[month].from;
}

Deno.test("judgeOrdinary() flags planted changes and no ordinary month of steady meters", () => {
  const { meters, site, limits } = judgeOrdinary(studyMeters(6), tenth);
  assert.equal(meters.length, 6);
  for (const { months, ordinary, planted } of meters) {
    assert.deepEqual([months, ordinary], [12, 0]);
    assert.deepEqual([planted.plus_20_percent_28_days, planted.minus_30_percent_28_days], [12, 12]);
  }
  assert.equal(site.ordinary, 0);
  // In January the season is not yet known of another year for all days.
  assert.ok(site.planted.minus_30_percent_28_days >= 10);
  assert.equal(limits.length, 6 * 12);
});

Deno.test("judgeOrdinary() counts the month in which a meter changed by itself", () => {
  const from = ORDINARY_MONTHS[5].from + 10;
  const meters = studyMeters(6, (meter, day) => meter === 2 && day >= from ? 1.5 : 1);
  const flagged = judgeOrdinary(meters, tenth).meters.map(({ ordinary }) => ordinary);
  // The change shows in the month after, too, as four weeks before are compared with.
  assert.ok(flagged[2] >= 1 && flagged[2] <= 2, String(flagged));
  assert.deepEqual(flagged.toSpliced(2, 1), [0, 0, 0, 0, 0]);
});
