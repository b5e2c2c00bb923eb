import assert from "node:assert/strict";
import { type Matrix, matrix, quantileThreshold, random } from "../../models/mod.ts";
import { createProgress } from "../progress.ts";
import { PARITY_TOLERANCE } from "./measure_parity.ts";
import { trainModel, type TrainModelOptions } from "./train_model.ts";

const columns = ["residual_week", "residual_day", "change_168h"];

/** Rows of ordinary hours, some with a missing value. */
function hours(rows: number, seed: number): Matrix {
  const next = random(seed);
  const values = Array.from(
    { length: rows * columns.length },
    (_, i) => i % 101 === 100 ? NaN : next() + next() + next() - 1.5,
  );
  return matrix(columns, values);
}

const train = hours(500, 1);
const validation = hours(300, 2);

async function trained(options: TrainModelOptions, rows = train) {
  const progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });
  const model = await trainModel(rows, validation, options, progress);
  const scores = await model.session.score(validation);
  const { threshold } = model.session;
  await model.session.close();
  return { ...model, scores, sessionThreshold: threshold, steps: Object.keys(progress.seconds) };
}

const options = { seed: 3, contamination: 0.05 };

Deno.test("trainModel() sets the threshold by the scores of the validation rows", async () => {
  const model = await trained(options);
  const names = ["z_score", "iqr", "isolation_forest", "one_class_svm", "dbscan"];
  assert.deepEqual(model.ensemble.members.map(({ name }) => name), names);
  assert.deepEqual(model.validation.ensemble, model.scores.score);
  const scores = Float64Array.from(model.scores.score);
  assert.equal(model.threshold, quantileThreshold(scores, 0.05).value);
  assert.equal(model.sessionThreshold, model.threshold);
  // Five of a hundred; ties could only make it fewer.
  assert.equal(model.scores.label.reduce((sum, label) => sum + label, 0), 15);
  assert.deepEqual(model.steps, ["fit", "export"]);
});

Deno.test("trainModel() calibrates every detector on the validation rows", async () => {
  const { ensemble } = await trained(options);
  for (const { name, detector, calibration } of ensemble.members) {
    assert.equal(calibration.knots[0], Math.min(...detector.anomalyScores(validation)), name);
  }
});

Deno.test("trainModel() gives a model that scores as its detectors do", async () => {
  const model = await trained(options);
  assert.ok(model.parityMaxAbsDiff <= PARITY_TOLERANCE);
  const expected = model.ensemble.anomalyScores(validation);
  model.scores.score.forEach((score, row) =>
    assert.ok(Math.abs(score - expected[row]) <= model.parityMaxAbsDiff)
  );
});

Deno.test("trainModel() gives the same bytes for the same rows in any order, by seed", async () => {
  const { onnx } = await trained(options);
  const width = columns.length;
  const reversed = Array.from({ length: train.rows }, (_, row) => train.rows - 1 - row)
    .flatMap((row) => [...train.values.subarray(row * width, (row + 1) * width)]);
  assert.deepEqual((await trained(options, matrix(columns, reversed))).onnx, onnx);
  assert.notDeepEqual((await trained({ ...options, seed: 4 })).onnx, onnx);
});
