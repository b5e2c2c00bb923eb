import assert from "node:assert/strict";
import type { DriftStudy, FlaggedShares, PartFigures } from "./drift_study.ts";
import { driftStudyTable } from "./drift_study_table.ts";
import { perPlanted, PLANTED } from "./planted_changes.ts";

function sharesOf(ordinary: number): FlaggedShares {
  const planted = PLANTED.flatMap(({ name }) => [[name, 0.5], [`${name}_ci`, [0.25, 0.75]]]);
  return {
    false_alarms: ordinary,
    false_alarms_ci: [0, 0.1],
    ...Object.fromEntries(planted),
  } as FlaggedShares;
}

function closureMeter(meter: string, days: number | null, lasting = false, really_changed = true) {
  const flagged = days === null ? null : `2020-03-${22 + days}`;
  return { meter, really_changed, change: -0.5, flagged, days, lasting };
}

const PART: PartFigures = {
  meters: ["a", "b", "c", "d", "e"],
  meter_months: 60,
  judges: { ours: sharesOf(0.04), psi_above_0_1_year: sharesOf(0.95) },
  median_limit: 0.2,
  site: { months: 12, ordinary: 1, planted: perPlanted(({ days }) => days) },
  closure: {
    really_changed: 4,
    in_time: 0.25,
    in_time_ci: [0, 0.75],
    flagged: 0.75,
    flagged_ci: [0.5, 1],
    median_days: 6,
    site: { flagged: "2020-03-24", days: 2 },
    meters: [
      closureMeter("a", 3),
      closureMeter("b", 9),
      closureMeter("c", null, true),
      closureMeter("d", null),
      closureMeter("e", 4, false, false),
    ],
  },
};

function textOf(part: PartFigures = PART): string {
  const study: DriftStudy = {
    dataset: "d",
    dataset_digest: "00",
    seed: 1,
    held_out: part,
    development: { ...PART, meters: ["x", "y"] },
  };
  return driftStudyTable(study);
}

Deno.test("driftStudyTable() shows ours and the presets for what was held out, ours for the rest", () => {
  const text = textOf();
  assert.match(text, /^5 meters that no choice was made by/);
  assert.match(text, /\n\| ours +\| 4\.0 \(0\.0–10\.0\) \| +50\.0 \(25\.0–75\.0\) \|/);
  assert.equal(text.match(/\| psi above 0 1 year/g)?.length, 1);
  assert.equal(text.match(/\| ours /g)?.length, 2);
  assert.match(text, /The 2 meters by which lengths and limits were chosen:/);
  assert.match(text, / \+10 %, 28 d \|/);
  assert.match(text, / −30 %, 28 d \|/);
});

Deno.test("driftStudyTable() says of the closure what was missed", () => {
  const text = textOf();
  assert.match(text, /4 of 5 meters really changed; flagged within 7 days 25\.0 \(0\.0–75\.0\) %/);
  assert.match(text, /^Later or not: b 2020-03-31, c only at the end of May, d never\.$/m);
  assert.match(text, /^Of the 1 others 1 were flagged too\. .* 2020-03-24, day 2\.$/m);
});

Deno.test("driftStudyTable() has a dash for what is not known", () => {
  const { closure } = PART;
  const none = { in_time: null, in_time_ci: [null, null] as const, median_days: null };
  const site = { flagged: null, days: null };
  const text = textOf({ ...PART, median_limit: null, closure: { ...closure, ...none, site } });
  assert.match(text, /is flagged from – on/);
  assert.match(text, /within 7 days – %.*median day –/);
  assert.match(text, /flagged on no day\./);
});
