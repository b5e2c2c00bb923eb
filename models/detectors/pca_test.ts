import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fromPcaState, pca, type PcaState } from "./pca.ts";
import reference from "./pca_reference.json" with { type: "json" };

const columns = ["a", "b", "c", "d", "e"];
const train = matrix(columns, reference.train.flat());

function assertClose(actual: Float64Array, expected: readonly number[]): void {
  expected.forEach((score, i) => {
    const difference = Math.abs(actual[i] - score);
    assert.ok(difference < 1e-9 * score, `row ${i}: ${actual[i]} against ${score}`);
  });
}

Deno.test("pca() scores as PyOD's PCA() does", async () => {
  const fitted = await pca().fit(train, { seed: 1 });
  assertClose(fitted.anomalyScores(matrix(columns, reference.rows.flat())), reference.scores);
});

Deno.test("pca() with keep scores scikit-learn's reconstruction error", async () => {
  const fitted = await pca({ keep: reference.keep }).fit(train, { seed: 1 });
  const { axes, weights }: PcaState = JSON.parse(JSON.stringify(fitted));
  assert.equal(axes.length, reference.components);
  assert.equal(weights, undefined);
  assertClose(fitted.anomalyScores(matrix(columns, reference.rows.flat())), reference.leftOver);
});

Deno.test("pca() divides the distances to the axes by the shares of their variance", async () => {
  // Two independent columns of variance 1: equal shares, axes along the columns.
  const fitted = await pca().fit(matrix(["a", "b"], [1, 1, 1, -1, -1, 1, -1, -1]), { seed: 1 });
  const scores = fitted.anomalyScores(matrix(["a", "b"], [0, 0, 1, 0, 0, -1, NaN, NaN]));
  [4, 2 * Math.SQRT2, 4 + 2 * Math.SQRT2, 4].forEach((score, i) => {
    assert.ok(Math.abs(scores[i] - score) < 1e-12, `row ${i}: ${scores[i]} against ${score}`);
  });
});

Deno.test("pca() leaves out what does not vary, and hears when it does", async () => {
  const x = matrix(["a", "twice", "constant"], [1, 2, 5, -1, -2, 5, 3, 6, 5, -3, -6, 5]);
  const fitted = await pca().fit(x, { seed: 1 });
  const { axes, weights }: PcaState = JSON.parse(JSON.stringify(fitted));
  assert.equal(axes.length, 1);
  assert.ok(Math.abs((weights?.[0] ?? 0) - 1) < 1e-12);
  const [usual, moved] = fitted.anomalyScores(matrix(x.columns, [1, 2, 5, 1, 2, 9]));
  assert.ok(moved > usual + 2);
});

Deno.test("pca() of rows that are all equal is the distance to its one axis", async () => {
  const fitted = await pca().fit(matrix(["a"], [4, 4]), { seed: 1 });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a"], [4, 5, 0]))], [1, 0, 5]);
});

Deno.test("pca() with keep never keeps all axes", async () => {
  const fitted = await pca({ keep: 0.9 }).fit(matrix(["a"], [1, 3]), { seed: 1 });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a"], [2, 5, 0]))], [0, 3, 2]);
});

Deno.test("fromPcaState() scores the row within ±clip", () => {
  const fitted = fromPcaState({
    kind: "pca",
    columns: ["a", "b"],
    scaler: { center: [0, 0], inverse: [1, 1], clip: 3 },
    axes: [[0.6, 0.8]],
  });
  const [far] = fitted.anomalyScores(matrix(["a", "b"], [99, -Infinity]));
  assert.ok(Math.abs(far - 4.2) < 1e-12, `${far}`);
});

Deno.test("pca() refuses a share that is none", () => {
  assert.throws(() => pca({ keep: 1 }), {
    name: "RangeError",
    message: "Cannot fit PCA as keep must lie in (0, 1): current value is 1",
  });
});
