import assert from "node:assert/strict";
import { calibrate, detectors, fitCalibration, selectColumns } from "../../models/mod.ts";
import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
import { RESIDUAL_INPUTS } from "../features/mod.ts";
import { judgeEnsemble } from "./judge_ensemble.ts";
import { precisionByMeter, tuningRows } from "./tuning_rows.ts";

const rows = tuningRows(evaluationData(), 3);
const choice = { options: {}, trials: 1, validation: { default: 0.5, chosen: 0.5 } };

Deno.test("judgeEnsemble() compares with the mean of all calibrated defaults", async () => {
  const ensemble = await judgeEnsemble(
    {
      isolation_forest: { ...choice, options: { trees: 1, sampleSize: 4 } },
      z_score: choice,
      iqr: choice,
    },
    rows,
    5,
  );
  const scores = await Promise.all(
    [detectors.isolation_forest(), detectors.z_score(), detectors.iqr()].map(async (detector) => {
      const fitted = await detector.fit(selectColumns(rows.usual, RESIDUAL_INPUTS), { seed: 5 });
      const score = (x: typeof rows.usual) =>
        fitted.anomalyScores(selectColumns(x, RESIDUAL_INPUTS));
      return calibrate(fitCalibration(score(rows.calibration)), score(rows.test.x));
    }),
  );
  const mean = scores[0].map((_, row) => (scores[0][row] + scores[1][row] + scores[2][row]) / 3);
  assert.equal(ensemble?.test.default, precisionByMeter(rows.test, mean)[0]);
  // A forest of one tree of four rows is the worst of the three and adds nothing to the others.
  const others = await judgeEnsemble({ z_score: choice, iqr: choice }, rows, 5);
  assert.deepEqual(ensemble.members, others?.members);
  assert.equal(ensemble.validation.chosen, others?.validation.chosen);
});

Deno.test("judgeEnsemble() needs two detectors that learn without labels", async () => {
  assert.equal(await judgeEnsemble({ iqr: choice }, rows, 5), null);
  assert.equal(await judgeEnsemble({ iqr: choice, gradient_boosting: choice }, rows, 5), null);
});

Deno.test("judgeEnsemble() has nothing to compare with where all defaults were refused", async () => {
  const refused = { ...choice, options: { trees: 2 }, validation: { default: null, chosen: 1 } };
  const choices = { isolation_forest: refused, half_space_trees: refused };
  const ensemble = await judgeEnsemble(choices, rows, 5);
  assert.deepEqual(
    [ensemble?.validation.default, ensemble?.test.default, ensemble?.test.difference],
    [null, null, null],
  );
});
