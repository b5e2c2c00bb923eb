import assert from "node:assert/strict";
import { choiceText, chooseThreshold } from "./threshold_choice.ts";

const HOUR = 3_600_000;
const hours = Array.from({ length: 336 }, (_, hour) => hour);
const rows = {
  meterIds: hours.map(() => "a"),
  ts: Float64Array.from(hours, (hour) => hour * HOUR),
};
const sides = {
  usual: rows,
  labelled: { ...rows, labels: Uint8Array.from(hours, (hour) => hour === 50 ? 1 : 0) },
};
const usual = Float64Array.from(hours, (hour) => hour === 100 ? 9 : hour === 200 ? 8 : hour % 7);
const labelled = Float64Array.from(hours, (hour) => hour === 50 ? 20 : hour === 100 ? 30 : 0);
const scores = { usual, labelled };

Deno.test("chooseThreshold() by quantile and by alerts reads the usual hours alone", () => {
  const others = { usual, labelled: labelled.map((score) => -score) };
  // Two of 336 hours may be marked; two events in two weeks are one a week.
  for (
    const choice of [
      { rule: "quantile", contamination: 2 / 336 },
      { rule: "alert_rate", alerts_per_week: 1 },
    ] as const
  ) {
    assert.equal(chooseThreshold(choice, sides, scores).value, 8);
    assert.equal(chooseThreshold(choice, sides, others).value, 8);
  }
});

Deno.test("chooseThreshold() by events reads the labelled hours alone", () => {
  // At 20 both high hours are reported, one of them true: F1 2/3. At 30 none is true.
  const choice = { rule: "f_beta", beta: 1 } as const;
  assert.equal(chooseThreshold(choice, sides, scores).value, 20);
  const others = { usual: usual.map((score) => 100 * score), labelled };
  assert.equal(chooseThreshold(choice, sides, others).value, 20);
});

Deno.test("chooseThreshold() by events counts alarms where hours become such", () => {
  // Hour 50 is true and as high as others that are alone; beside it, hour 51 is lower.
  const low = labelled.map((score, hour) => hour === 51 ? 10 : score);
  const choice = { rule: "f_beta", beta: 1 } as const;
  const alarms = { window: 2, least: 2 };
  const truth = sides.labelled.labels.map((label, hour) => hour === 51 ? 1 : label);
  const told = { ...sides, labelled: { ...sides.labelled, labels: truth } };
  assert.equal(chooseThreshold(choice, told, { usual, labelled: low }).value, 20);
  assert.equal(chooseThreshold(choice, told, { usual, labelled: low }, alarms).value, 10);
  // The rules of usual hours stay as they are.
  const other = { rule: "alert_rate", alerts_per_week: 1 } as const;
  assert.equal(chooseThreshold(other, sides, scores, alarms).value, 8);
});

Deno.test("chooseThreshold() refuses to choose by events where none is labelled", () => {
  const none = { ...sides, labelled: { ...rows, labels: new Uint8Array(336) } };
  assert.throws(() => chooseThreshold({ rule: "f_beta", beta: 1 }, none, scores), RangeError);
});

Deno.test("choiceText() says the rule and its number", () => {
  assert.match(
    choiceText({ rule: "alert_rate", alerts_per_week: 0.5 }),
    /^reports 0\.5 events per/,
  );
  assert.match(choiceText({ rule: "f_beta", beta: 1 }), /^has the highest F-1 .* labels/);
});
