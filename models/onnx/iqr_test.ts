import assert from "node:assert/strict";
import type { IqrState } from "../detectors/iqr.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportIqr } from "./iqr.ts";

const state: IqrState = {
  kind: "iqr",
  columns: ["kwh", "change"],
  lower: [0, -1],
  upper: [4, 1],
  inverse: [0.5, 0],
};

Deno.test("exportIqr() sums the distances outside the fences in interquartile ranges", async () => {
  const both = { ...state, inverse: [0.5, 2] };
  const x = matrix(state.columns, [2, 0, 0, 1, 4, -1, 7, 0, -3, 0, 7, 2, -3, -2.5]);
  const scores = await exportedScores(x, (graph, features) => exportIqr(graph, features, both));
  assert.deepEqual(scores, [0, 0, 0, 1.5, 1.5, 3.5, 4.5]);
});

Deno.test("exportIqr() counts nothing for a missing value or a column without values", async () => {
  const x = matrix(state.columns, [NaN, 5, 6, NaN, NaN, NaN, 6, 1e30]);
  const scores = await exportedScores(x, (graph, features) => exportIqr(graph, features, state));
  assert.deepEqual(scores, [0, 1, 0, 1]);
});
