import assert from "node:assert/strict";
import type { GradientBoostingState } from "../detectors/gradient_boosting.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportGradientBoosting } from "./gradient_boosting.ts";

const state: GradientBoostingState = {
  kind: "gradient_boosting",
  columns: ["kwh", "change"],
  bias: -1,
  trees: [
    {
      feature: [0, -1, 1, -1, -1],
      threshold: [Math.fround(0.1), 0, 5, 0, 0],
      missingLeft: [1, 0, 0, 0, 0],
      left: [1, 0, 3, 0, 0],
      right: [2, 0, 4, 0, 0],
      value: [9, 0, 9, 1, 2],
    },
    {
      feature: [-1],
      threshold: [0],
      missingLeft: [0],
      left: [0],
      right: [0],
      value: [1],
    },
  ],
};

/** Sigmoids of 0, 1 and 2. */
const [NONE, ONE, TWO] = [0.5, 0.73106, 0.8808];

function scores(values: readonly number[], given = state): Promise<number[]> {
  const x = matrix(state.columns, values);
  return exportedScores(x, (graph, features) => exportGradientBoosting(graph, features, given));
}

Deno.test("exportGradientBoosting() is the sigmoid of the bias and the leaves", async () => {
  assert.deepEqual(await scores([0, 0, 1, 5, 1, 6, -1e30, 1e30]), [NONE, ONE, TWO, NONE]);
});

Deno.test("exportGradientBoosting() goes left at the threshold and right just above it", async () => {
  const above = Math.fround(0.1) + 2 ** -27;
  assert.deepEqual(await scores([0.1, 9, above, 9]), [NONE, TWO]);
});

Deno.test("exportGradientBoosting() sends a missing value where the node says", async () => {
  assert.deepEqual(await scores([NaN, 9, 1, NaN, NaN, NaN]), [NONE, TWO, NONE]);
});

Deno.test("exportGradientBoosting() gives the share of the bias where there are no trees", async () => {
  const bare = { ...state, bias: Math.log(1 / 3), trees: [] };
  assert.deepEqual(await scores([1, 1, NaN, NaN], bare), [0.25, 0.25]);
});

Deno.test("exportGradientBoosting() stays within [0, 1] far out", async () => {
  const [low] = await scores([1, 1], { ...state, bias: -1e4 });
  const [high] = await scores([1, 1], { ...state, bias: 1e4 });
  assert.deepEqual([low, high], [0, 1]);
});
