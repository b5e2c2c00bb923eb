import assert from "node:assert/strict";
import { detectors, restoreDetector } from "../detectors/mod.ts";
import { type Matrix, matrix, selectRows } from "../matrix.ts";
import { quantile } from "../quantile.ts";
import { deriveSeed, random } from "../random.ts";
import { calibrate, fitCalibration } from "./calibration.ts";
import { fitMeanEnsemble, restoreMeanEnsemble } from "./mean_ensemble.ts";

const { z_score, iqr, isolation_forest, one_class_svm, dbscan } = detectors;
const all = [z_score(), iqr(), isolation_forest(), one_class_svm(), dbscan()];

function bells(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const values = Float32Array.from({ length: 2 * rows }, () => draw() + draw() + draw() - 1.5);
  return matrix(["a", "b"], values);
}

Deno.test("fitMeanEnsemble() averages what each detector says, calibrated on the held-out rows", async () => {
  const x = bells(300, 1);
  const heldOut = bells(200, 2);
  const probe = matrix(["a", "b"], [0, 0, 1, -1, 3, 3, NaN, 9]);
  const ensemble = await fitMeanEnsemble(x, heldOut, [iqr(), isolation_forest()], { seed: 5 });
  const expected: Float64Array[] = [];
  for (const detector of [iqr(), isolation_forest()]) {
    const fitted = await detector.fit(x, { seed: deriveSeed(5, detector.name) });
    expected.push(
      calibrate(fitCalibration(fitted.anomalyScores(heldOut)), fitted.anomalyScores(probe)),
    );
  }
  const scores = ensemble.memberScores(probe);
  const means = ensemble.anomalyScores(probe);
  for (let row = 0; row < probe.rows; row++) {
    assert.equal(scores[2 * row], expected[0][row]);
    assert.equal(scores[2 * row + 1], expected[1][row]);
    assert.equal(means[row], (expected[0][row] + expected[1][row]) / 2);
  }
});

Deno.test("fitMeanEnsemble() ranks planted outliers above all usual rows", async () => {
  const ensemble = await fitMeanEnsemble(bells(1000, 2), bells(1000, 1), all, { seed: 5 });
  const worst = Math.max(...ensemble.anomalyScores(bells(300, 3)));
  for (const score of ensemble.anomalyScores(matrix(["a", "b"], [4, 4, -5, 3, 9, 9]))) {
    assert.ok(score > worst, `outlier at ${score}, a usual row at ${worst}`);
  }
});

Deno.test("fitMeanEnsemble() takes a row without any value for a usual one", async () => {
  const ensemble = await fitMeanEnsemble(bells(1000, 2), bells(1000, 1), all, { seed: 5 });
  const usual = ensemble.anomalyScores(bells(1000, 3)).sort();
  const [empty] = ensemble.anomalyScores(matrix(["a", "b"], [NaN, NaN]));
  assert.ok(empty < quantile(usual, 0.5));
});

Deno.test("fitMeanEnsemble() gives usual rows it never saw the scores that their rarity says", async () => {
  const columns = Array.from({ length: 13 }, (_, j) => `c${j}`);
  const wide = (rows: number, seed: number) => ({
    ...bells(rows * 13 / 2, seed),
    columns,
    rows,
  });
  const ensemble = await fitMeanEnsemble(wide(300, 1), wide(300, 2), all, { seed: 5 });
  const fresh = wide(4000, 3);
  const scores = ensemble.memberScores(fresh);
  // Of 300 rows the rarest tail in use is one row in 200: a median is worth ln 2 / ln 200. Inside
  // all fences, where the median row lies, the IQR detector ties its scores at 0.
  const median = 0.95 * Math.log(2) / Math.log(200);
  ensemble.members.forEach(({ name }, m) => {
    const own = Float64Array.from({ length: fresh.rows }, (_, row) => scores[row * all.length + m]);
    const score = quantile(own.sort(), 0.5);
    const expected = name === "iqr" ? 0 : median;
    assert.ok(Math.abs(score - expected) < 0.05, `${name}: ${score} instead of ${expected}`);
  });
});

Deno.test("fitMeanEnsemble() does not see the order of the rows", async () => {
  const [x, heldOut] = [bells(400, 4), bells(300, 5)];
  const backwards = (rows: Matrix) =>
    selectRows(rows, Uint32Array.from({ length: rows.rows }, (_, i) => rows.rows - 1 - i));
  assert.equal(
    JSON.stringify(await fitMeanEnsemble(backwards(x), backwards(heldOut), all, { seed: 5 })),
    JSON.stringify(await fitMeanEnsemble(x, heldOut, all, { seed: 5 })),
  );
});

Deno.test("fitMeanEnsemble() gives a member the same chance whoever stands beside it", async () => {
  const x = bells(100, 5);
  const alone = await fitMeanEnsemble(x, x, [isolation_forest()], { seed: 5 });
  const beside = await fitMeanEnsemble(x, x, [iqr(), isolation_forest()], { seed: 5 });
  assert.equal(JSON.stringify(beside.members[1]), JSON.stringify(alone.members[0]));
});

Deno.test("fitMeanEnsemble() calibrates on at most 50,000 rows", async () => {
  const many = await fitMeanEnsemble(bells(10, 6), bells(60_000, 7), [z_score()], { seed: 5 });
  // The last knot stands at one row in 50,000; the values from 0 to 0.95 tell the knots before.
  const { values } = many.members[0].calibration;
  const expected = [1, 2, 5].map((k) => 0.95 * Math.log(k) / Math.log(50_000));
  expected.forEach((value, i) => assert.ok(Math.abs(values[i] - value) < 1e-12));
});

Deno.test("restoreMeanEnsemble() scores as the ensemble that was written", async () => {
  const ensemble = await fitMeanEnsemble(bells(300, 7), bells(300, 6), all, { seed: 5 });
  const restored = restoreMeanEnsemble(JSON.parse(JSON.stringify(ensemble)));
  const probe = bells(50, 8);
  assert.deepEqual(restored.memberScores(probe), ensemble.memberScores(probe));
  assert.deepEqual(restored.columns, ["a", "b"]);
  assert.deepEqual(restored.members.map(({ name }) => name), all.map(({ name }) => name));
});

Deno.test("restoreMeanEnsemble() averages over members and keeps their order", () => {
  const scaler = { center: [0], inverse: [1], clip: 10 };
  const detector = { kind: "z_score", columns: ["a"], scaler } as const;
  assert.equal(restoreDetector(detector).anomalyScores(matrix(["a"], [-2]))[0], 2);
  const ensemble = restoreMeanEnsemble({
    kind: "mean_ensemble",
    columns: ["a"],
    members: [
      { name: "steep", detector, calibration: { knots: [0, 2], values: [0, 0.95], width: 1 } },
      { name: "flat", detector, calibration: { knots: [0, 9.5], values: [0, 0.95], width: 1 } },
    ],
  });
  const x = matrix(["a"], [1, -2, NaN]);
  const close = (actual: Float64Array, expected: number[]) =>
    actual.forEach((value, i) => assert.ok(Math.abs(value - expected[i]) < 1e-12));
  close(ensemble.memberScores(x), [0.475, 0.1, 0.95, 0.2, 0, 0]);
  close(ensemble.anomalyScores(x), [0.2875, 0.575, 0]);
});

Deno.test("anomalyScores() of an ensemble refuses other columns and takes zero rows", async () => {
  const ensemble = await fitMeanEnsemble(bells(20, 9), bells(20, 8), [iqr()], { seed: 5 });
  assert.throws(() => ensemble.anomalyScores(matrix(["b", "a"], [])), TypeError);
  assert.equal(ensemble.anomalyScores(matrix(["a", "b"], [])).length, 0);
});

Deno.test("fitMeanEnsemble() reports progress and stops between members", async () => {
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  await fitMeanEnsemble(bells(50, 1), bells(50, 2), all, { seed: 5, onProgress });
  assert.deepEqual(fractions, fractions.toSorted((a, b) => a - b));
  assert.equal(fractions.at(-1), 1);
  // Of two columns, each is half of the fit; the fit is four fifths, the calibration the rest.
  const alone: number[] = [];
  const onAlone = (fraction: number) => alone.push(fraction);
  await fitMeanEnsemble(bells(50, 1), bells(50, 2), [iqr()], { seed: 5, onProgress: onAlone });
  assert.deepEqual(alone, [0.4, 0.8, 1]);
  const stop = new AbortController();
  const stopped = fitMeanEnsemble(bells(50, 1), bells(50, 2), all, {
    seed: 5,
    signal: stop.signal,
    onProgress: (fraction) => fraction >= 0.4 && stop.abort(),
  });
  await assert.rejects(stopped, { name: "AbortError" });
});

Deno.test("fitMeanEnsemble() refuses no detectors, one twice, no rows, and other held-out columns", async () => {
  const x = bells(10, 1);
  const none = matrix(["a", "b"], []);
  await assert.rejects(fitMeanEnsemble(x, x, [], { seed: 5 }), {
    name: "RangeError",
    message: "Cannot fit an ensemble without detectors",
  });
  await assert.rejects(fitMeanEnsemble(x, x, [iqr(), iqr({ k: 3 })], { seed: 5 }), {
    name: "RangeError",
    message:
      "Cannot fit an ensemble as detectors must have different names: current value is iqr, iqr",
  });
  await assert.rejects(fitMeanEnsemble(none, x, all, { seed: 5 }), RangeError);
  await assert.rejects(fitMeanEnsemble(x, none, all, { seed: 5 }), {
    name: "RangeError",
    message: "Cannot calibrate an ensemble on zero rows",
  });
  await assert.rejects(fitMeanEnsemble(x, matrix(["b", "a"], [1, 2]), all, { seed: 5 }), TypeError);
});
