import assert from "node:assert/strict";
import { type Matrix, matrix } from "../matrix.ts";
import { fromWindowPcaState, windowPca, type WindowPcaState } from "./window_pca.ts";
import reference from "./window_pca_reference.json" with { type: "json" };

function windows(rows: readonly (readonly number[])[]): Matrix {
  return matrix(rows[0].map((_, j) => `lag_${rows[0].length - 1 - j}`), rows.flat());
}

Deno.test("windowPca() scores scikit-learn's reconstruction error of the newest value", async () => {
  const fitted = await windowPca().fit(windows(reference.train), { seed: 1 });
  const scores = fitted.anomalyScores(windows(reference.rows));
  reference.scores.forEach((score, i) => {
    assert.ok(Math.abs(scores[i] - score) < 1e-6, `row ${i}: ${scores[i]} against ${score}`);
  });
});

Deno.test("windowPca() of a level that holds is half the newest step", async () => {
  // Around (3, 3) the windows lie along (1, 1) and, less, along (1, -1).
  const x = windows([[1, 1], [5, 5], [2.5, 3.5], [3.5, 2.5]]);
  const fitted = await windowPca().fit(x, { seed: 1 });
  const { filter }: WindowPcaState = JSON.parse(JSON.stringify(fitted));
  [-0.5, 0.5].forEach((entry, j) => assert.ok(Math.abs(filter[j] - entry) < 1e-12, `${filter}`));
  const scores = fitted.anomalyScores(windows([[4, 4], [2, 6], [6, 2], [NaN, 5], [5, NaN]]));
  [0, 2, 2, 1, 1].forEach((score, i) => {
    assert.ok(Math.abs(scores[i] - score) < 1e-12, `row ${i}: ${scores[i]} against ${score}`);
  });
});

Deno.test("windowPca() keeps the share it is told to", async () => {
  const x = windows(reference.train);
  const usual = await windowPca().fit(x, { seed: 1 });
  const told = await windowPca({ keep: reference.keep }).fit(x, { seed: 1 });
  assert.deepEqual(usual.toJSON(), told.toJSON());
  // With all axes but the last, the filter is that axis times its newest entry.
  const close: WindowPcaState = JSON.parse(
    JSON.stringify(await windowPca({ keep: 1 - 1e-9 }).fit(x, { seed: 1 })),
  );
  const squares = close.filter.reduce((sum, entry) => sum + entry * entry, 0);
  assert.ok(Math.abs(squares - (close.filter.at(-1) ?? 0)) < 1e-12);
});

Deno.test("windowPca() hears a newest value that never moved, not one that never was", async () => {
  const constant = await windowPca().fit(windows([[1, 5], [2, 5], [3, 5]]), { seed: 1 });
  assert.deepEqual([...constant.anomalyScores(windows([[9, 5], [2, 8]]))], [0, 3]);
  const absent = await windowPca().fit(windows([[1, NaN], [2, NaN], [3, NaN]]), { seed: 1 });
  assert.deepEqual([...absent.anomalyScores(windows([[9, 5], [2, 1e30]]))], [0, 0]);
});

Deno.test("fromWindowPcaState() filters the centred window", () => {
  const fitted = fromWindowPcaState({
    kind: "window_pca",
    columns: ["lag_1", "lag_0"],
    scaler: { center: [1, 2], inverse: [1, 1], clip: 3 },
    filter: [2, -1],
  });
  const x = matrix(["lag_1", "lag_0"], [2, 5, 99, -99, NaN, NaN]);
  assert.deepEqual([...fitted.anomalyScores(x)], [1, 9, 0]);
});

Deno.test("windowPca() refuses a share that is none", () => {
  assert.throws(() => windowPca({ keep: 0 }), {
    name: "RangeError",
    message: "Cannot fit window PCA as keep must lie in (0, 1): current value is 0",
  });
});
