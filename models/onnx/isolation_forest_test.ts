import assert from "node:assert/strict";
import type { IsolationForestState } from "../detectors/isolation_forest.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportIsolationForest } from "./isolation_forest.ts";

/** With c(2) = 1 a score is 2 to the power of minus the mean path length. */
const state: IsolationForestState = {
  kind: "isolation_forest",
  columns: ["kwh", "change"],
  fill: [1, 9],
  sampleSize: 2,
  trees: [
    {
      feature: [0, -1, 1, -1, -1],
      threshold: [Math.fround(0.1), 0, 5, 0, 0],
      left: [1, 0, 3, 0, 0],
      right: [2, 0, 4, 0, 0],
      value: [0, 1, 0, 2, 3],
    },
    { feature: [-1], threshold: [0], left: [0], right: [0], value: [1] },
  ],
};

Deno.test("exportIsolationForest() is 2^-(mean path length) for c(2) = 1", async () => {
  const x = matrix(state.columns, [0, 0, 1, 5, 1, 6, -1e30, 1e30, 1e30, 1e30]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportIsolationForest(graph, features, state),
  );
  // Mean path lengths 1, 1.5, 2, 1, 2.
  assert.deepEqual(scores, [0.5, 0.35355, 0.25, 0.5, 0.25]);
});

Deno.test("exportIsolationForest() goes left at the threshold and right just above it", async () => {
  const above = Math.fround(0.1) + 2 ** -27;
  const x = matrix(state.columns, [0.1, 9, above, 9]);
  assert.equal(x.values[2], above);
  const scores = await exportedScores(
    x,
    (graph, features) => exportIsolationForest(graph, features, state),
  );
  assert.deepEqual(scores, [0.5, 0.25]);
});

Deno.test("exportIsolationForest() puts the fill in place of a missing value", async () => {
  const x = matrix(state.columns, [NaN, 0, 1, NaN, NaN, NaN]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportIsolationForest(graph, features, state),
  );
  assert.deepEqual(scores, [0.35355, 0.25, 0.25]);
});
