import assert from "node:assert/strict";
import {
  calibrate,
  type Matrix,
  matrix,
  quantileThreshold,
  random,
  selectColumns,
  selectRows,
  thresholds,
} from "../../models/mod.ts";
import { MODEL_INPUTS, RESIDUAL_INPUTS } from "../features/mod.ts";
import { createProgress } from "../progress.ts";
import { PARITY_TOLERANCE } from "./measure_parity.ts";
import {
  type LabelledRows,
  type ModelRows,
  trainModel,
  type TrainModelOptions,
} from "./train_model.ts";

/** Rows of ordinary hours, some with a missing value; a faulty one is far off in every column. */
function hours(rows: number, seed: number, everyFault = Infinity): LabelledRows {
  const next = random(seed);
  const label = Uint8Array.from({ length: rows }, (_, row) => (row + 1) % everyFault === 0 ? 1 : 0);
  const values = Array.from(
    { length: rows * MODEL_INPUTS.length },
    (_, i) => {
      const value = next() + next() + next() - 1.5;
      return i % 101 === 100 ? NaN : value + 4 * label[Math.floor(i / MODEL_INPUTS.length)];
    },
  );
  return withFaults(matrix(MODEL_INPUTS, values), label);
}

/** The same rows as hours of one meter. */
function ofMeter<Rows extends { readonly x: Matrix }>(rows: Rows) {
  return {
    ...rows,
    meterIds: new Array<string>(rows.x.rows).fill("v"),
    ts: Float64Array.from({ length: rows.x.rows }, (_, row) => row * 3_600_000),
  };
}

/** Each faulty row is a fault by itself. */
function withFaults(x: Matrix, label: Uint8Array): LabelledRows {
  return { x, label, fault: Int32Array.from(label, (one, row) => one === 1 ? row : -1) };
}

const usual = hours(300, 2).x;
const train = hours(600, 1, 6);
const rows: ModelRows = {
  train,
  validation: ofMeter(hours(300, 3, 10)),
  usual: ofMeter({ x: usual }),
};

async function trained(options: TrainModelOptions, from = rows) {
  const progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });
  const model = await trainModel(from, options, progress);
  const scores = await model.session.score(usual);
  const { threshold } = model.session;
  await model.session.close();
  return { ...model, scores, sessionThreshold: threshold, steps: Object.keys(progress.seconds) };
}

const options: TrainModelOptions = {
  seed: 3,
  threshold: { rule: "quantile", contamination: 0.05 },
};

Deno.test("trainModel() sets the threshold by the scores of the usual hours", async () => {
  const model = await trained(options);
  const names = [
    "z_score",
    "iqr",
    "isolation_forest",
    "one_class_svm",
    "dbscan",
    "gradient_boosting",
  ];
  assert.deepEqual(model.ensemble.members.map(({ name }) => name), names);
  assert.deepEqual(model.validation.usual.ensemble, model.scores.score);
  const scores = Float64Array.from(model.scores.score);
  assert.equal(model.threshold, quantileThreshold(scores, 0.05).value);
  assert.equal(model.sessionThreshold, model.threshold);
  // Five of a hundred; ties could only make it fewer.
  assert.equal(model.scores.label.reduce((sum, label) => sum + label, 0), 15);
  assert.deepEqual(model.steps, ["fit", "export"]);
});

Deno.test("trainModel() sets the threshold by labelled events where it is told to", async () => {
  const chosen = await trained({ ...options, threshold: { rule: "f_beta", beta: 1 } });
  const { label, meterIds, ts } = rows.validation;
  const scores = Float64Array.from(chosen.validation.labelled.ensemble);
  const expected = thresholds.f_beta({ meterIds, ts, scores, labels: label }, 1);
  assert.equal(chosen.threshold, expected.value);
  assert.ok(expected.reached > 0.9, `${expected.reached}`);
});

Deno.test("trainModel() calibrates every detector on the validation rows without a fault", async () => {
  const { ensemble } = await trained(options);
  const { x, label } = rows.validation;
  const sound = selectRows(x, [...label.keys()].filter((row) => label[row] === 0));
  for (const { name, detector, calibration, columns } of ensemble.members) {
    const scores = detector.anomalyScores(selectColumns(sound, columns));
    assert.equal(calibration.knots[0], Math.min(...scores), name);
    // The last of the usual rows stand where the tail begins: at one in 200 of these 270.
    const beyond = calibrate(calibration, scores).filter((score) => score > 0.95).length;
    assert.ok(beyond <= 2, `${name}: ${beyond}`);
  }
});

Deno.test("trainModel() shows faults only to the detector that learns from them", async () => {
  const sound = selectRows(train.x, [...train.label.keys()].filter((row) => !train.label[row]));
  const label = onesAtEnd(sound.rows + 100, 100);
  const without = {
    ...rows,
    train: withFaults(joined(sound, hours(100, 9).x), label),
  };
  const [one, other] = [await trained(options), await trained(options, without)];
  one.ensemble.members.forEach(({ name, columns, detector }, m) => {
    const same = JSON.stringify(detector) === JSON.stringify(other.ensemble.members[m].detector);
    assert.equal(same, name !== "gradient_boosting", name);
    if (name !== "gradient_boosting") assert.deepEqual(columns, RESIDUAL_INPUTS);
  });
});

Deno.test("trainModel() gives a model that scores as its detectors do", async () => {
  const model = await trained(options);
  assert.ok(model.parityMaxAbsDiff <= PARITY_TOLERANCE);
  const expected = model.ensemble.anomalyScores(usual);
  model.scores.score.forEach((score, row) =>
    assert.ok(Math.abs(score - expected[row]) <= model.parityMaxAbsDiff)
  );
});

Deno.test("trainModel() gives the same bytes for the same rows in any order, by seed", async () => {
  const { onnx } = await trained(options);
  const turned = {
    ...rows,
    train: reversed(train),
    validation: ofMeter(reversed(rows.validation)),
  };
  assert.deepEqual((await trained(options, turned)).onnx, onnx);
  assert.notDeepEqual((await trained({ ...options, seed: 4 })).onnx, onnx);
});

function reversed({ x, label }: LabelledRows): LabelledRows {
  const order = [...label.keys()].reverse();
  return withFaults(selectRows(x, order), label.toReversed());
}

function joined(x: Matrix, y: Matrix): Matrix {
  return matrix(x.columns, [...x.values, ...y.values]);
}

function onesAtEnd(length: number, ones: number): Uint8Array {
  return new Uint8Array(length).fill(1, length - ones);
}
