import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fromOneClassSvmState, oneClassSvm, type OneClassSvmState } from "./one_class_svm.ts";
import reference from "./one_class_svm_reference.json" with { type: "json" };

const columns = ["a", "b", "c"];

function close(actual: number, expected: number, what: string): void {
  assert.ok(Math.abs(actual - expected) < 1e-5, `${what}: ${actual} against ${expected}`);
}

function rowsOf(rows: readonly (readonly (number | null)[])[]) {
  return matrix(columns, rows.flat().map((value) => value ?? NaN));
}

Deno.test("oneClassSvm() finds scikit-learn's machine and scores", async () => {
  const fitted = await oneClassSvm({ nu: reference.nu }).fit(rowsOf(reference.train), { seed: 1 });
  const state: OneClassSvmState = JSON.parse(JSON.stringify(fitted));
  close(state.gamma, reference.gamma, "gamma");
  close(state.rho, reference.rho, "rho");
  const coefficients = state.coefficients.toSorted((a, b) => a - b);
  assert.equal(coefficients.length, reference.coefficients.length);
  coefficients.forEach((value, i) => close(value, reference.coefficients[i], `coefficient ${i}`));
  const scores = fitted.anomalyScores(rowsOf(reference.rows));
  reference.scores.forEach((score, i) => close(scores[i], score, `score ${i}`));
});

Deno.test("oneClassSvm() leaves at most a share nu of its rows outside", async () => {
  const x = rowsOf(reference.train);
  for (const nu of [0.05, 0.2, 0.5]) {
    const fitted = await oneClassSvm({ nu }).fit(x, { seed: 1 });
    const outside = fitted.anomalyScores(x).filter((score) => score > 1e-6).length;
    assert.ok(outside <= nu * x.rows, `${outside} of ${x.rows} rows outside at nu ${nu}`);
  }
});

Deno.test("oneClassSvm() levels off at rho far away", async () => {
  const fitted = await oneClassSvm({ gamma: 2 }).fit(rowsOf(reference.train), { seed: 1 });
  const { rho, gamma }: OneClassSvmState = JSON.parse(JSON.stringify(fitted));
  assert.equal(gamma, 2);
  assert.deepEqual([...fitted.anomalyScores(matrix(columns, [1e9, 1e9, 1e9]))], [rho]);
});

Deno.test("oneClassSvm() trains on at most sampleSize rows", async () => {
  const fitted = await oneClassSvm({ nu: 0.9, sampleSize: 10 })
    .fit(rowsOf(reference.train), { seed: 1 });
  const { coefficients }: OneClassSvmState = JSON.parse(JSON.stringify(fitted));
  const total = coefficients.reduce((sum, value) => sum + value, 0);
  assert.ok(Math.abs(total - 9) < 1e-9, `weights add up to ${total}`);
});

Deno.test("fromOneClassSvmState() computes rho minus the weighted kernels", () => {
  const fitted = fromOneClassSvmState({
    kind: "one_class_svm",
    columns: ["a"],
    scaler: { center: [0], inverse: [1], clip: 10 },
    gamma: Math.LN2,
    rho: 0.75,
    coefficients: [1, 0.5],
    supportVectors: [[0], [1]],
  });
  const [zero, one, missing] = fitted.anomalyScores(matrix(["a"], [0, 1, NaN]));
  assert.equal(zero, 0.75 - 1 - 0.25);
  assert.equal(one, 0.75 - 0.5 - 0.5);
  assert.equal(missing, zero);
});

Deno.test("oneClassSvm() refuses nu outside (0, 1), a bad gamma and an empty sample", () => {
  for (const nu of [0, 1, -1, NaN]) {
    assert.throws(() => oneClassSvm({ nu }), {
      name: "RangeError",
      message: `Cannot fit a one-class SVM as nu must lie in (0, 1): current value is ${nu}`,
    });
  }
  assert.throws(() => oneClassSvm({ gamma: 0 }), {
    name: "RangeError",
    message:
      'Cannot fit a one-class SVM as gamma must be "scale" or finite and > 0: current value is 0',
  });
  assert.throws(() => oneClassSvm({ sampleSize: 0 }), RangeError);
});

Deno.test("oneClassSvm() hears an abort in the midst of its fit and does not go on", async () => {
  const many = matrix(["a"], Float32Array.from({ length: 1000 }, (_, i) => i));
  const stop = new AbortController();
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  const fitting = oneClassSvm().fit(many, { seed: 1, signal: stop.signal, onProgress });
  setTimeout(() => stop.abort());
  await assert.rejects(async () => await fitting, { name: "AbortError" });
  const reports = fractions.length;
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(fractions.length === reports && fractions[reports - 1] < 1, `${fractions}`);
});

Deno.test("oneClassSvm() takes a sample that is equal but for rounding for one that does not vary", async () => {
  // The one row that differs is not drawn: the scaled others are one number, their mean rounds.
  const values = new Float32Array(100_000).fill(0.1);
  values[5] = 50;
  const fitted = await oneClassSvm().fit(matrix(["a"], values), { seed: 1 });
  const { gamma, rho }: OneClassSvmState = JSON.parse(JSON.stringify(fitted));
  assert.equal(gamma, 1);
  const [same, near, odd] = fitted.anomalyScores(matrix(["a"], [0.1, 0.1001, 50]));
  assert.equal(same, 0);
  assert.ok(near < 1e-6 * rho && odd > 0.99 * rho, `${near} and ${odd} of ${rho}`);
});

Deno.test("oneClassSvm() takes half of 1000 rows, within 10 deviations, unless told otherwise", async () => {
  const x = matrix(["a"], Float32Array.from({ length: 1500 }, (_, i) => i ** 2));
  const usual: OneClassSvmState = JSON.parse(
    JSON.stringify(await oneClassSvm().fit(x, { seed: 1 })),
  );
  const told = oneClassSvm({ nu: 0.5, gamma: "scale", sampleSize: 1000 });
  assert.deepEqual(usual, (await told.fit(x, { seed: 1 })).toJSON());
  assert.equal(usual.scaler.clip, 10);
});

Deno.test("oneClassSvm() scales gamma to a sample that varies little", async () => {
  // The odd row, not drawn, makes a deviation of 3162: the others vary by (0.5 / 3162)² = 2.5e-8.
  const x = matrix(["a"], Float32Array.from({ length: 1000 }, (_, i) => i === 0 ? 1e5 : i % 2));
  const fitted = await oneClassSvm({ sampleSize: 10 }).fit(x, { seed: 1 });
  const { gamma }: OneClassSvmState = JSON.parse(JSON.stringify(fitted));
  assert.ok(gamma > 3.9e7 && gamma < 1e9, `gamma: ${gamma}`);
});
