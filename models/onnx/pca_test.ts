import assert from "node:assert/strict";
import type { PcaState } from "../detectors/pca.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportPca } from "./pca.ts";

const state: PcaState = {
  kind: "pca",
  columns: ["kwh", "change"],
  scaler: { center: [2, 0], inverse: [1, 0.5], clip: 3 },
  axes: [[0.6, 0.8]],
};

function scoresOf(state: PcaState, values: readonly number[]): Promise<number[]> {
  const x = matrix(state.columns, values);
  return exportedScores(x, (graph, features) => exportPca(graph, features, state));
}

Deno.test("exportPca() is the length of what the axes leave of the scaled row", async () => {
  // Scaled: (0, 0), (0.6, 0.8), (0.8, -0.6), (3, -3) clipped, (0, 3) with a gap.
  const rows = [2, 0, 2.6, 1.6, 2.8, -1.2, 99, -1e30, NaN, 6];
  const scores = await scoresOf(state, rows);
  assert.deepEqual(scores, [0, 0, 1, 4.2, 1.8]);
});

Deno.test("exportPca() weighs the distances to the ends of the axes", async () => {
  const weighted = { ...state, axes: [[0.6, 0.8], [0.8, -0.6]], weights: [2, 3] };
  const scores = await scoresOf(weighted, [2, 0, 2.6, 1.6, 2.8, -1.2]);
  const apart = Math.SQRT2;
  assert.deepEqual(scores, [5, 3 * apart, 2 * apart].map((s) => Math.round(s * 1e5) / 1e5));
});
