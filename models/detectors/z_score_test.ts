import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fromZScoreState, zScore } from "./z_score.ts";

Deno.test("zScore() scores the column that is the most standard deviations off", async () => {
  // Mean 5 and standard deviation 2; mean 0 and standard deviation 1.
  const train = [2, 1, 4, -1, 4, 1, 4, -1, 5, 1, 5, -1, 7, 1, 9, -1];
  const fitted = await zScore().fit(matrix(["a", "b"], train), { seed: 1 });
  const x = matrix(["a", "b"], [5, 0, 9, 1, 5, -3, 1, NaN, NaN, NaN]);
  assert.deepEqual([...fitted.anomalyScores(x)], [0, 2, 3, 2, 0]);
});

Deno.test("zScore() bounds the score of values beyond all measure", async () => {
  const fitted = await zScore().fit(matrix(["a"], [-1, 1]), { seed: 1 });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a"], [1e38, -Infinity]))], [1e6, 1e6]);
});

Deno.test("zScore() notices the first move of a column that never moved in training", async () => {
  const fitted = await zScore().fit(matrix(["a", "b"], [-1, 0, 1, 0]), { seed: 1 });
  const x = matrix(["a", "b"], [0.5, 0, 0.5, 3, 0, -Infinity]);
  assert.deepEqual([...fitted.anomalyScores(x)], [0.5, 3, 1e6]);
});

Deno.test("fromZScoreState() ignores a column without values in training", () => {
  const scaler = { center: [1, 2], inverse: [0, 1], clip: 1e6 };
  const fitted = fromZScoreState({ kind: "z_score", columns: ["a", "b"], scaler });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a", "b"], [500, 3]))], [1]);
});
