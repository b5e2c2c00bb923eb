import assert from "node:assert/strict";
import type { HalfSpaceTreesState } from "../detectors/half_space_trees.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportHalfSpaceTrees } from "./half_space_trees.ts";

const stump = { feature: [0, -1, -1], threshold: [1, 0, 0], left: [1, 0, 0], right: [2, 0, 0] };
const state: HalfSpaceTreesState = {
  kind: "half_space_trees",
  columns: ["kwh"],
  fill: [3],
  rows: 6,
  trees: [{ ...stump, value: [0, 12, 0] }, { ...stump, threshold: [5, 0, 0], value: [0, 8, 4] }],
};

Deno.test("exportHalfSpaceTrees() is rows over rows plus the mean mass, gaps filled", async () => {
  const x = matrix(state.columns, [1, 2, 6, NaN]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportHalfSpaceTrees(graph, features, state),
  );
  // Mean masses 10, 4, 2 and, for the fill, 4.
  assert.deepEqual(scores, [0.375, 0.6, 0.75, 0.6]);
});
