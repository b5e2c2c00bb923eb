import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fromKnnState, knn, type KnnState } from "./knn.ts";
import reference from "./knn_reference.json" with { type: "json" };

const columns = ["a", "b", "c"];
const train = matrix(columns, reference.train.flat());
const rows = matrix(columns, reference.rows.flat());

for (const method of ["largest", "mean"] as const) {
  Deno.test(`knn() measures the ${method} distance as scikit-learn does`, async () => {
    const fitted = await knn({ neighbours: reference.k, method }).fit(train, { seed: 1 });
    const scores = fitted.anomalyScores(rows);
    reference[method].forEach((distance, row) => {
      const difference = Math.abs(scores[row] - distance);
      assert.ok(difference < 1e-12 * distance, `row ${row}: ${scores[row]} against ${distance}`);
    });
  });
}

Deno.test("knn() finds a training row among its own neighbours", async () => {
  // Standard deviation 2.
  const x = matrix(["a"], [0, 0, 4, 4]);
  const fitted = await knn({ neighbours: 3, method: "mean" }).fit(x, { seed: 1 });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a"], [0, 2]))], [2 / 3, 1]);
});

Deno.test("knn() is at its largest with all points when there are fewer than k", async () => {
  const fitted = await knn({ neighbours: 5 }).fit(matrix(["a"], [1, 3]), { seed: 1 });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a"], [1, 2, 5]))], [2, 1, 4]);
  const { neighbours }: KnnState = JSON.parse(JSON.stringify(fitted));
  assert.equal(neighbours, 2);
});

Deno.test("knn() looks at 5 of at most 1000 rows, the largest distance within 100 deviations", async () => {
  const x = matrix(["a"], Float32Array.from({ length: 1500 }, (_, i) => i));
  const { points, neighbours, method, scaler }: KnnState = JSON.parse(
    JSON.stringify(await knn().fit(x, { seed: 1 })),
  );
  assert.deepEqual([points.length, neighbours, method, scaler.clip], [1000, 5, "largest", 100]);
  assert.equal(new Set(points.flat()).size, 1000);
});

Deno.test("fromKnnState() takes missing values for the mean and clips", () => {
  const fitted = fromKnnState({
    kind: "knn",
    columns: ["a", "b"],
    scaler: { center: [1, 1], inverse: [1, 0.5], clip: 10 },
    method: "largest",
    neighbours: 1,
    points: [[0, 0], [3, 4]],
  });
  const x = matrix(["a", "b"], [1, 1, 4, 9, 4, 1, NaN, NaN, NaN, 3, 1e30, 1]);
  assert.deepEqual([...fitted.anomalyScores(x)], [0, 0, 3, 0, 1, Math.sqrt(7 ** 2 + 4 ** 2)]);
});

Deno.test("knn() refuses options out of range", () => {
  assert.throws(() => knn({ neighbours: 0 }), {
    name: "RangeError",
    message:
      "Cannot fit k nearest neighbours as neighbours must be a whole number >= 1: current value is 0",
  });
  assert.throws(() => knn({ sampleSize: 1.5 }), RangeError);
  const method: "mean" = JSON.parse('"median"');
  assert.throws(() => knn({ method }), {
    name: "RangeError",
    message: "Cannot fit k nearest neighbours as method must be one of largest, mean: " +
      "current value is median",
  });
});
