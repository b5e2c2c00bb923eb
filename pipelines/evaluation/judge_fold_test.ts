import assert from "node:assert/strict";
import {
  calibrate,
  type Detector,
  detectors,
  fitCalibration,
  labelScores,
  type Matrix,
  quantileThreshold,
  selectRows,
} from "../../models/mod.ts";
import { evaluationData } from "./evaluation_data_fixture.ts";
import type { FoldScores } from "./fold_scores.ts";
import { judgeFold } from "./judge_fold.ts";
import { type EvaluationData, rowsOfMeters } from "./labelled_rows.ts";

const fold = { train: ["a", "b", "c"], validation: ["d"], test: ["e"] };
const members = [detectors.z_score(), detectors.iqr()];
const options = {
  detectors: members,
  seed: 3,
  threshold: { rule: "quantile", contamination: 0.05 },
  now: () => 0,
} as const;
const data = evaluationData();

function pick(rows: EvaluationData["usual"], meters: readonly string[]): Matrix {
  return selectRows(rows.x, rowsOfMeters(rows.meterIds, meters));
}

async function scorersOf(
  of: EvaluationData = data,
  detectors: readonly Detector[] = members,
): Promise<Record<string, FoldScores>> {
  const { scorers } = await judgeFold(of, fold, { ...options, detectors });
  return Object.fromEntries(scorers.map((scorer) => [scorer.name, scorer]));
}

Deno.test("judgeFold() fits to usual hours of training meters and scores the test meters", async () => {
  const { z_score } = await scorersOf();
  const fitted = await detectors.z_score().fit(pick(data.usual, fold.train), { seed: 3 });
  assert.deepEqual(z_score.scores, fitted.anomalyScores(pick(data.judged, fold.test)));
  const held = fitted.anomalyScores(pick(data.usual, fold.validation));
  assert.deepEqual(z_score.calibrated, calibrate(fitCalibration(held), z_score.scores));
  const threshold = quantileThreshold(held, 0.05);
  assert.equal(z_score.threshold, threshold.value);
  assert.deepEqual(z_score.predicted, labelScores(z_score.scores, threshold));
});

Deno.test("judgeFold() fits to usual hours of meters that cannot be judged, too", async () => {
  const meterIds = data.usual.meterIds.map((id) => id === "c" ? "dead" : id);
  const dead = { ...data, usual: { ...data.usual, meterIds } };
  const known = await scorersOf();
  const { z_score } = await scorersOf({ ...dead, leftOut: ["dead"] });
  assert.deepEqual(z_score.scores, known.z_score.scores);
  assert.notDeepEqual((await scorersOf(dead)).z_score.scores, known.z_score.scores);
});

Deno.test("judgeFold() does not look at labels, but for detectors and combiners that learn from them", async () => {
  // The event of six hours is taken for usual.
  const label = data.judged.label.map((value, row) => value * (data.judged.kwh[row] === 1 ? 1 : 0));
  const turned = await scorersOf({ ...data, judged: { ...data.judged, label } });
  const known = await scorersOf();
  for (const name of ["z_score", "iqr", "random", "seasonal_naive", "mean", "max"]) {
    assert.deepEqual(turned[name].scores, known[name].scores, name);
    assert.deepEqual(turned[name].predicted, known[name].predicted, name);
  }
  assert.notDeepEqual(turned.stacked.scores, known.stacked.scores);
});

Deno.test("judgeFold() gives a supervised detector the judged hours of the training meters with labels", async () => {
  const seen: { x: Matrix; labels?: Uint8Array }[] = [];
  const inner = detectors.iqr();
  const spy: Detector = {
    ...inner,
    name: "spy",
    supervised: true,
    fit(x, context) {
      seen.push({ x, labels: context.labels });
      return inner.fit(x, context);
    },
  };
  const { spy: scores, mean } = await scorersOf(data, [...members, spy]);
  const rows = rowsOfMeters(data.judged.meterIds, fold.train);
  assert.deepEqual(seen, [{
    x: selectRows(data.judged.x, rows),
    labels: Uint8Array.from(rows, (row) => data.judged.label[row]),
  }]);
  assert.equal(scores.kind, "detector");
  // Ensembles are of detectors that know no labels.
  assert.deepEqual(mean.scores, (await scorersOf()).mean.scores);
});

Deno.test("judgeFold() averages calibrated scores in the ensemble called mean", async () => {
  const { z_score, iqr, mean } = await scorersOf();
  mean.scores.forEach((score, row) => {
    const expected = (z_score.calibrated[row] + iqr.calibrated[row]) / 2;
    assert.ok(Math.abs(score - expected) < 1e-12, `row ${row}`);
  });
});

Deno.test("judgeFold() makes no ensemble of one detector, and says of which kind a scorer is", async () => {
  const { scorers, rows } = await judgeFold(data, fold, {
    ...options,
    detectors: [detectors.iqr()],
  });
  assert.deepEqual(scorers.map(({ name, kind }) => [name, kind]), [
    ["iqr", "detector"],
    ["random", "floor"],
    ["constant", "floor"],
    ["seasonal_naive", "floor"],
  ]);
  assert.deepEqual(rows, rowsOfMeters(data.judged.meterIds, ["e"]));
});

Deno.test("judgeFold() refuses meters without usual hours", async () => {
  await assert.rejects(judgeFold(data, { ...fold, validation: ["x", "y"] }, options), {
    name: "RangeError",
    message: /^Cannot fit to meters without usual hours, .*: \[x, y\]$/,
  });
});

Deno.test("judgeFold() leaves out what refuses its rows, and says why", async () => {
  const label = new Uint8Array(data.judged.label.length);
  const { scorers, refused } = await judgeFold(
    { ...data, judged: { ...data.judged, label } },
    fold,
    { ...options, detectors: [...members, detectors.hour_of_week_z_score()] },
  );
  assert.deepEqual(Object.keys(refused), ["hour_of_week_z_score", "greedy_selection", "stacked"]);
  assert.match(refused.hour_of_week_z_score, /^Cannot select columns .* hour$/);
  assert.deepEqual(
    scorers.filter(({ kind }) => kind === "ensemble").map(({ name }) => name),
    ["mean", "max", "average_of_maximum", "consensus_weights"],
  );
});

Deno.test("judgeFold() chooses a threshold by events on the judged hours of the validation meters", async () => {
  const { scorers } = await judgeFold(data, fold, {
    ...options,
    threshold: { rule: "f_beta", beta: 1 },
  });
  const { scores, threshold, predicted } = scorers.find(({ name }) => name === "z_score")!;
  const fitted = await detectors.z_score().fit(pick(data.usual, fold.train), { seed: 3 });
  const rows = rowsOfMeters(data.judged.meterIds, fold.validation);
  const held = fitted.anomalyScores(selectRows(data.judged.x, rows));
  // Both events of meter d stand out in all of their hours, so the line is at the lower of their
  // highest hours: the fewest alarms that still find both.
  const highest = (hours: readonly number[]) => Math.max(...hours.map((hour) => held[hour]));
  assert.equal(threshold, Math.min(highest([100, 101, 102, 103, 104, 105]), highest([200])));
  assert.deepEqual(predicted, labelScores(scores, { rule: "f_beta", value: threshold }));
});
