import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fromLofState, lof, type LofState } from "./lof.ts";
import reference from "./lof_reference.json" with { type: "json" };

for (const [name, { k, train, rows, scores }] of Object.entries(reference)) {
  Deno.test(`lof() scores the ${name} rows of the reference as scikit-learn does`, async () => {
    const columns = train[0].map((_, j) => `column_${j}`);
    const fitted = await lof({ neighbours: k }).fit(matrix(columns, train.flat()), { seed: 1 });
    fitted.anomalyScores(matrix(columns, rows.flat())).forEach((score, row) => {
      const difference = Math.abs(score - scores[row]);
      assert.ok(difference < 1e-9 * scores[row], `row ${row}: ${score} against ${scores[row]}`);
    });
  });
}

Deno.test("lof() divides the density of the neighbour by that of the row", async () => {
  // Standard deviation 2.5; with one neighbour a density is one over a distance.
  const x = matrix(["a"], [0, 1, 5, 6]);
  const fitted = await lof({ neighbours: 1 }).fit(x, { seed: 1 });
  const { reaches, scaler }: LofState = JSON.parse(JSON.stringify(fitted));
  for (const reach of reaches) assert.ok(Math.abs(reach - scaler.inverse[0]) < 1e-12);
  const scores = fitted.anomalyScores(matrix(["a"], [-1, -2, 0.25, 9]));
  [1, 2, 1, 3].forEach((score, row) => {
    assert.ok(Math.abs(scores[row] - score) < 1e-8, `row ${row}: ${scores[row]}`);
  });
});

Deno.test("lof() of a single training row is the distance to it over the least reach", async () => {
  const fitted = await lof().fit(matrix(["a"], [2]), { seed: 1 });
  const [same, other] = fitted.anomalyScores(matrix(["a"], [2, 5]));
  assert.equal(same, 1);
  assert.ok(Math.abs(other / 3e10 - 1) < 1e-9);
});

Deno.test("lof() looks at 20 of at most 1000 rows, within 100 deviations", async () => {
  const x = matrix(["a"], Float32Array.from({ length: 1500 }, (_, i) => i));
  const { points, neighbours, scaler, reaches, densities }: LofState = JSON.parse(
    JSON.stringify(await lof().fit(x, { seed: 1 })),
  );
  assert.deepEqual([points.length, neighbours, scaler.clip], [1000, 20, 100]);
  assert.deepEqual([reaches.length, densities.length], [1000, 1000]);
});

Deno.test("fromLofState() takes missing values for the mean and clips", () => {
  const fitted = fromLofState({
    kind: "lof",
    columns: ["a"],
    scaler: { center: [1], inverse: [1], clip: 10 },
    neighbours: 1,
    points: [[0], [4]],
    reaches: [2, 1],
    densities: [3, 5],
  });
  const scores = fitted.anomalyScores(matrix(["a"], [NaN, 4, 1e30]));
  [6, 5, 30].forEach((score, row) => {
    assert.ok(Math.abs(scores[row] - score) < 1e-8, `row ${row}: ${scores[row]}`);
  });
});

Deno.test("lof() refuses options out of range", () => {
  assert.throws(() => lof({ neighbours: 0.5 }), {
    name: "RangeError",
    message: "Cannot fit the local outlier factor as neighbours must be a whole number >= 1: " +
      "current value is 0.5",
  });
  assert.throws(() => lof({ sampleSize: 0 }), RangeError);
});
