import assert from "node:assert/strict";
import type { DbscanState } from "../detectors/dbscan.ts";
import { matrix } from "../matrix.ts";
import { exportDbscan } from "./dbscan.ts";
import { exportedScores } from "./exported_scores.ts";

const state: DbscanState = {
  kind: "dbscan",
  columns: ["kwh", "change"],
  scaler: { center: [1, 0], inverse: [1, 0.5], clip: 3 },
  eps: 0.5,
  corePoints: [[0, 0], [3, 0.1]],
};

Deno.test("exportDbscan() is the distance to the nearest core point in eps", async () => {
  // Scaled rows (0, 0), (0.3, 0.4), (3, 0.1), (2, 0.1).
  const x = matrix(state.columns, [1, 0, 1.3, 0.8, 4, 0.2, 3, 0.2]);
  const scores = await exportedScores(x, (graph, features) => exportDbscan(graph, features, state));
  assert.deepEqual(scores, [0, 1, 0, 2]);
});

Deno.test("exportDbscan() clips far rows and takes a missing value for the mean", async () => {
  // Scaled rows (-3, 0) and (0, 0).
  const x = matrix(state.columns, [-1e30, 0, NaN, NaN]);
  const scores = await exportedScores(x, (graph, features) => exportDbscan(graph, features, state));
  assert.deepEqual(scores, [6, 0]);
});
