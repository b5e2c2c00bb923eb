import assert from "node:assert/strict";
import type { KnnState } from "../detectors/knn.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportKnn } from "./knn.ts";

const state: KnnState = {
  kind: "knn",
  columns: ["kwh", "change"],
  scaler: { center: [1, 0], inverse: [1, 0.5], clip: 3 },
  method: "largest",
  neighbours: 2,
  points: [[0, 0], [3, 0], [3, 3]],
};

// Scaled rows (0, 0), (0, 3), (-3, 0) and (0, 0).
const x = matrix(state.columns, [1, 0, 1, 6, -1e30, 0, NaN, NaN]);

Deno.test("exportKnn() is the distance to the k-th nearest point, clipped, gaps at the mean", async () => {
  const scores = await exportedScores(x, (graph, features) => exportKnn(graph, features, state));
  assert.deepEqual(scores, [3, 3, 6, 3]);
});

Deno.test("exportKnn() is the mean distance to the k nearest points", async () => {
  const mean: KnnState = { ...state, method: "mean" };
  const scores = await exportedScores(x, (graph, features) => exportKnn(graph, features, mean));
  assert.deepEqual(scores, [1.5, 3, 4.5, 1.5]);
});
