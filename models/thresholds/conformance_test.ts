import assert from "node:assert/strict";
import { type Choose, criteria } from "./conformance.ts";
import { thresholds } from "./mod.ts";
import { sortedScores } from "./sorted_scores.ts";
import type { Threshold } from "./threshold.ts";

const rules: Record<keyof typeof thresholds, Choose> = {
  quantile: ({ scores }) => thresholds.quantile(scores, 0.02),
  alert_rate: (rows) => thresholds.alert_rate(rows, 0.5),
  f_beta: (rows) => thresholds.f_beta(rows, 1),
  alarm_f_beta: (rows) =>
    thresholds.alarm_f_beta(rows, {
      beta: 1,
      alarms: { window: 3, least: 2, hold: 1, suppress: 6 },
    }),
  mad: ({ scores }) => thresholds.mad(scores, 1.5),
};

for (const [name, choose] of Object.entries(rules)) {
  for (const { name: criterion, check } of criteria) {
    Deno.test(`the threshold ${name} ${criterion}`, () => check(choose));
  }
}

Deno.test("criteria catch rules that break them", () => {
  const line = (value: number): Threshold => ({ rule: "broken", value });
  const broken: Choose[] = [
    () => line(-1),
    ({ scores }) => line(scores[0]),
    () => line(0.9),
    ({ scores }) => ({ ...line(0.25), value: (scores[0] = 1) / 4 + 0.25 }),
    () => line(0.5),
    ({ scores }) => line(sortedScores(scores.sort())[0]),
  ];
  criteria.forEach(({ check }, i) => {
    assert.throws(() => check(broken[i]), assert.AssertionError);
  });
});
