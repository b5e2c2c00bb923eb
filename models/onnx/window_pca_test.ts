import assert from "node:assert/strict";
import type { WindowPcaState } from "../detectors/window_pca.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportWindowPca } from "./window_pca.ts";

const state: WindowPcaState = {
  kind: "window_pca",
  columns: ["lag_2", "lag_1", "lag_0"],
  scaler: { center: [1, 2, 3], inverse: [1, 0, 1], clip: 4 },
  filter: [-0.5, 7, 1],
};

Deno.test("exportWindowPca() is the size of the filtered window", async () => {
  // Centred: (2, 0, 1), (0, 0, -3) with gaps, (-4, 0, 4) clipped.
  const x = matrix(state.columns, [3, 5, 4, NaN, NaN, 0, -1e30, 9, 1e30]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportWindowPca(graph, features, state),
  );
  assert.deepEqual(scores, [0, 3, 6]);
});
