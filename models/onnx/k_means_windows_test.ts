import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportKMeansWindows } from "./k_means_windows.ts";

Deno.test("exportKMeansWindows() is the distance to the nearest centre of the scaled row", async () => {
  const columns = ["kwh", "change"];
  const state = {
    kind: "k_means_windows",
    columns,
    scaler: { center: [1, 0], inverse: [1, 0.5], clip: 3 },
    centers: [[0, 0], [3, 1]],
  } as const;
  // Scaled rows (0, 0), (0.3, 0.4), (3, 2), clipped (3, -3), and gaps at (0, 0).
  const x = matrix(columns, [1, 0, 1.3, 0.8, 4, 4, 1e30, -1e30, NaN, NaN]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportKMeansWindows(graph, features, state),
  );
  assert.deepEqual(scores, [0, 0.5, 1, 4, 0]);
});

Deno.test("exportKMeansWindows() is the distance of shapes where there is no scaler", async () => {
  const columns = ["lag_1", "lag_0"];
  const state = { kind: "k_means_windows", columns, scaler: null, centers: [[-1, 1]] } as const;
  const x = matrix(columns, [1, 5, 5, 1, 7, 7, NaN, NaN]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportKMeansWindows(graph, features, state),
  );
  assert.deepEqual(scores, [0, 2.82843, 1.41421, 1.41421]);
});
