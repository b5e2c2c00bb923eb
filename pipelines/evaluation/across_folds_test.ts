import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { acrossFolds, type FoldPart } from "./across_folds.ts";
import { type FoldScores, foldScores } from "./fold_scores.ts";
import type { EvaluationData } from "./labelled_rows.ts";

/** Hours of meters "a" and "b"; a sign each of the truth and of what reaches the threshold. */
const truth = { a: "0011100000110000", b: "0000000000001100" };
const reached = { a: "0111100100010000", b: "0000000010001010" };
const HOURS = truth.a.length;

function dataOf(shortcut?: (row: number) => boolean): EvaluationData {
  const meterIds = [...truth.a + truth.b].map((_, row) => row < HOURS ? "a" : "b");
  const judged = {
    x: matrix(["kwh"], new Float32Array(2 * HOURS)),
    meterIds,
    ts: Float64Array.from(meterIds, (_, row) => (row % HOURS) * 3_600_000),
    kwh: new Float64Array(2 * HOURS),
    expectedKwh: new Float64Array(2 * HOURS),
    label: Uint8Array.from(truth.a + truth.b),
  };
  return { dataset: "", digest: "", labels: "", usual: judged, judged, leftOut: [], shortcut };
}

function scores(name: string, signs: string): FoldScores {
  const judged = Float64Array.from(signs, Number);
  return foldScores(
    name,
    "detector",
    { usual: judged, labelled: judged, judged },
    { choose: () => ({ rule: "by hand", value: 1 }), labels: new Uint8Array(judged.length) },
  );
}

/** Meter "b" is judged first. */
const folds: FoldPart[] = [
  { at: Array.from(truth.b, (_, i) => HOURS + i), scorers: [scores("told", reached.b)] },
  { at: Array.from(truth.a, (_, i) => i), scorers: [scores("told", reached.a)] },
];
const rows = Uint32Array.from({ length: 2 * HOURS }, (_, row) => row);

function events(alarms?: { window: number; least: number; suppress?: number }, shortcut = false) {
  const data = dataOf(shortcut ? (row) => row === 4 : undefined);
  const [scorer] = acrossFolds({ data, rows, alarms }, folds, () => {});
  return (shortcut ? scorer.withoutShortcut! : scorer.meters).map((
    meter,
  ) => [
    meter.trueEvents,
    meter.detected,
    meter.predictedEvents,
    meter.confirmed,
    meter.delayHours,
  ]);
}

Deno.test("acrossFolds() puts the scores of each fold in the places of its rows", () => {
  const [{ scores, predicted }] = acrossFolds({ data: dataOf(), rows }, folds, () => {});
  assert.equal(scores.join(""), reached.a + reached.b);
  assert.equal(predicted.join(""), reached.a + reached.b);
});

Deno.test("acrossFolds() leaves out who has no scores in one of the folds", () => {
  const more = [folds[0], { ...folds[1], scorers: [scores("other", reached.a)] }];
  assert.deepEqual(acrossFolds({ data: dataOf(), rows }, more, () => {}), []);
});

Deno.test("acrossFolds() counts runs of hours as events where there are no alarms", () => {
  // a: runs at 1, 7 and 11; both true events are found, the second an hour late. b: runs at 8 and
  // 12 to 14.
  assert.deepEqual(events(), [[2, 2, 3, 2, 1], [1, 1, 2, 1, 0]]);
});

Deno.test("acrossFolds() counts alarms as events where there are such", () => {
  // Two of two hours start one. a: at 2, to 4; 7 and 11 are alone. b: none, as 12 and 14 are not
  // side by side.
  assert.deepEqual(events({ window: 2, least: 2 }), [[2, 1, 1, 1, 0], [1, 0, 0, 0, 0]]);
  // Two of three: b's at 14, after the true event.
  assert.deepEqual(events({ window: 3, least: 2 }), [[2, 1, 1, 1, 0], [1, 0, 1, 0, 0]]);
  // One hour starts one, and seven after its last are quiet. a: 1 to 4, and 7 and 11 go unheard;
  // b: 8, and 12 and 14 go unheard.
  const quiet = { window: 1, least: 1, suppress: 7 };
  assert.deepEqual(events(quiet), [[2, 1, 1, 1, 0], [1, 0, 1, 0, 0]]);
});

Deno.test("acrossFolds() makes no alarm of a row that does not count", () => {
  // Without hour 4 of a, hours 1 to 3 are left of the first run: three of three start one at 3.
  assert.deepEqual(events({ window: 3, least: 3 }, true)[0], [2, 1, 1, 1, 1]);
  // Four of four are there no longer.
  assert.deepEqual(events({ window: 4, least: 4 }, true)[0], [2, 0, 0, 0, 0]);
  assert.deepEqual(events({ window: 4, least: 4 })[0], [2, 1, 1, 1, 2]);
});
