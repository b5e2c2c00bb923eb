import assert from "node:assert/strict";
import type { ZScoreState } from "../detectors/z_score.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportZScore } from "./z_score.ts";

const state: ZScoreState = {
  kind: "z_score",
  columns: ["kwh", "change"],
  scaler: { center: [2, 0], inverse: [0.5, 1], clip: 9 },
};

Deno.test("exportZScore() is the largest absolute standard score of the row", async () => {
  const x = matrix(state.columns, [2, 0, 6, 1, 6, -3, 2, 1e30]);
  const scores = await exportedScores(x, (graph, features) => exportZScore(graph, features, state));
  assert.deepEqual(scores, [0, 2, 3, 9]);
});

Deno.test("exportZScore() takes a missing value for the mean", async () => {
  const x = matrix(state.columns, [NaN, -3, 6, NaN, NaN, NaN]);
  const scores = await exportedScores(x, (graph, features) => exportZScore(graph, features, state));
  assert.deepEqual(scores, [3, 2, 0]);
});
