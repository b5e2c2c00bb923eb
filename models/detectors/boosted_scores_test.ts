import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { rawScores } from "./boosted_scores.ts";
import { compileForest } from "./forest.ts";

const trees = compileForest([
  {
    feature: [0, -1, 1, -1, -1],
    threshold: [Math.fround(0.1), 0, 5, 0, 0],
    missingLeft: [1, 0, 0, 0, 0],
    left: [1, 0, 3, 0, 0],
    right: [2, 0, 4, 0, 0],
    value: [9, 1, 9, 2, 4],
  },
  { feature: [-1], threshold: [0], missingLeft: [0], left: [0], right: [0], value: [16] },
]);

function scores(values: readonly number[]): number[] {
  return [...rawScores(trees, 32, matrix(["a", "b"], values))];
}

Deno.test("rawScores() adds the bias and a leaf of every tree", () => {
  assert.deepEqual(scores([0, 9, 1, 5, 1, 6]), [49, 50, 52]);
});

Deno.test("rawScores() goes left at the threshold and right just above it", () => {
  assert.deepEqual(scores([0.1, 9, Math.fround(0.1) + 2 ** -27, 9]), [49, 52]);
});

Deno.test("rawScores() sends a missing value where the node says", () => {
  assert.deepEqual(scores([NaN, 0, 1, NaN, NaN, NaN]), [49, 52, 49]);
});

Deno.test("rawScores() is the same for many rows as for one", () => {
  const rows = Array.from({ length: 200 }, (_, i) => [i % 3 / 2, i % 7]);
  assert.deepEqual(scores(rows.flat()), rows.flatMap((row) => scores(row)));
});
