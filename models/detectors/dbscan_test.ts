import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { dbscan, type DbscanState, fromDbscanState } from "./dbscan.ts";
import reference from "./dbscan_reference.json" with { type: "json" };

const { eps, minPoints } = reference;
const train = matrix(["a", "b"], reference.train.flat());

Deno.test("dbscan() finds the core points of scikit-learn", async () => {
  const fitted = await dbscan({ eps, minPoints }).fit(train, { seed: 1 });
  const state: DbscanState = JSON.parse(JSON.stringify(fitted));
  const { center, inverse } = state.scaler;
  const found = state.corePoints.map((point) =>
    reference.train.findIndex((row) =>
      row.every((value, j) => Math.abs((value - center[j]) * inverse[j] - point[j]) < 1e-6)
    )
  );
  assert.deepEqual(found.toSorted((a, b) => a - b), reference.core);
});

Deno.test("dbscan() scores above 1 what scikit-learn calls noise, and nothing else", async () => {
  const fitted = await dbscan({ eps, minPoints }).fit(train, { seed: 1 });
  const scores = fitted.anomalyScores(train);
  const noise = Array.from(scores.keys()).filter((row) => scores[row] > 1);
  assert.deepEqual(noise, reference.noise);
  for (const core of reference.core) assert.equal(scores[core], 0);
});

Deno.test("dbscan() chooses the least radius that makes 95 % of the points core", async () => {
  // 21 of the 22 points have their next one 1 away, more than 95 %.
  const values = [...Array.from({ length: 21 }, (_, i) => i), 100];
  const fitted = await dbscan({ minPoints: 2 }).fit(matrix(["a"], values), { seed: 1 });
  const state: DbscanState = JSON.parse(JSON.stringify(fitted));
  assert.ok(Math.abs(state.eps - state.scaler.inverse[0]) < 1e-9);
  assert.equal(state.corePoints.length, 21);
});

Deno.test("dbscan() takes the least distance for its radius when most points are equal", async () => {
  const values = [...new Float32Array(38), 3, 3.5];
  const fitted = await dbscan({ minPoints: 2 }).fit(matrix(["a"], values), { seed: 1 });
  const { eps, scaler }: DbscanState = JSON.parse(JSON.stringify(fitted));
  assert.ok(Math.abs(eps - 0.5 * scaler.inverse[0]) < 1e-9);
});

Deno.test("dbscan() takes one standard deviation for its radius when all points are equal", async () => {
  const fitted = await dbscan().fit(matrix(["a"], [2, 2, 2]), { seed: 1 });
  const { eps, corePoints }: DbscanState = JSON.parse(JSON.stringify(fitted));
  assert.equal(eps, 1);
  assert.deepEqual(corePoints, [[0], [0], [0]]);
});

Deno.test("dbscan() counts all points as neighbours when there are fewer than minPoints", async () => {
  const fitted = await dbscan({ minPoints: 10, eps: 2 }).fit(matrix(["a"], [1, 3]), { seed: 1 });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a"], [1, 2, 5]))], [0, 0.5, 1]);
});

Deno.test("dbscan() clusters at most sampleSize rows", async () => {
  const fitted = await dbscan({ sampleSize: 15, eps: 100 }).fit(train, { seed: 1 });
  const { corePoints }: DbscanState = JSON.parse(JSON.stringify(fitted));
  assert.equal(corePoints.length, 15);
});

Deno.test("dbscan() makes 95 of 100 points core whose neighbours lie ever farther away", async () => {
  const squares = matrix(["a"], Array.from({ length: 100 }, (_, i) => i * i));
  const fitted = await dbscan({ minPoints: 2 }).fit(squares, { seed: 1 });
  const { corePoints }: DbscanState = JSON.parse(JSON.stringify(fitted));
  assert.equal(corePoints.length, 95);
});

Deno.test("fromDbscanState() measures to the nearest core point, missing values at the mean", () => {
  const fitted = fromDbscanState({
    kind: "dbscan",
    columns: ["a", "b"],
    scaler: { center: [1, 1], inverse: [1, 0.5], clip: 10 },
    eps: 0.5,
    corePoints: [[0, 0], [3, 4]],
  });
  const x = matrix(["a", "b"], [1, 1, 4, 9, 4, 1, NaN, NaN, NaN, 3, 1e30, 1]);
  assert.deepEqual([...fitted.anomalyScores(x)], [0, 0, 6, 0, 2, 2 * Math.sqrt(7 ** 2 + 4 ** 2)]);
});

Deno.test("dbscan() refuses bad options, and a radius without core points", async () => {
  assert.throws(() => dbscan({ eps: 0 }), {
    name: "RangeError",
    message: "Cannot fit DBSCAN as eps must be finite and > 0: current value is 0",
  });
  assert.throws(() => dbscan({ minPoints: 0 }), RangeError);
  assert.throws(() => dbscan({ sampleSize: 0.5 }), RangeError);
  const scattered = matrix(["a"], [1, 2, 4, 8]);
  const fitting = dbscan({ minPoints: 2, eps: 0.01 }).fit(scattered, { seed: 1 });
  await assert.rejects(async () => await fitting, {
    name: "RangeError",
    message: "Cannot fit DBSCAN as no point has 2 points within eps: current value is 0.01",
  });
});

Deno.test("dbscan() hears an abort in the midst of its fit and does not go on", async () => {
  const many = matrix(["a"], Float32Array.from({ length: 1000 }, (_, i) => i));
  const stop = new AbortController();
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  const fitting = dbscan().fit(many, { seed: 1, signal: stop.signal, onProgress });
  setTimeout(() => stop.abort());
  await assert.rejects(async () => await fitting, { name: "AbortError" });
  const reports = fractions.length;
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(fractions.length === reports && fractions[reports - 1] < 1, `${fractions}`);
});

Deno.test("dbscan() clusters 1000 rows by ten points, within 10 deviations, unless told otherwise", async () => {
  const x = matrix(["a"], Float32Array.from({ length: 1500 }, (_, i) => i ** 2));
  const usual: DbscanState = JSON.parse(JSON.stringify(await dbscan().fit(x, { seed: 1 })));
  const told = await dbscan({ minPoints: 10, sampleSize: 1000 }).fit(x, { seed: 1 });
  assert.deepEqual(usual, told.toJSON());
  assert.equal(usual.scaler.clip, 10);
});
