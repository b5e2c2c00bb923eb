import assert from "node:assert/strict";
import type { LofState } from "../detectors/lof.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportLof } from "./lof.ts";

const state: LofState = {
  kind: "lof",
  columns: ["kwh"],
  scaler: { center: [1], inverse: [0.5], clip: 3 },
  neighbours: 2,
  points: [[0], [1], [9]],
  reaches: [2, 1, 8],
  densities: [0.5, 1, 0.125],
};

Deno.test("exportLof() is the mean density of the neighbours times the mean reach to them", async () => {
  // Scaled rows 0, 3 (clipped), -1 and 0; the neighbours are the first two points.
  const x = matrix(state.columns, [1, 1e30, -1, NaN]);
  const scores = await exportedScores(x, (graph, features) => exportLof(graph, features, state));
  assert.deepEqual(scores, [0.75 * 1.5, 0.75 * 2.5, 0.75 * 2, 0.75 * 1.5]);
});

Deno.test("exportLof() takes the first of points that are equally far", async () => {
  const one: LofState = {
    ...state,
    neighbours: 1,
    points: [[1], [-1], [9]],
    densities: [0.5, 3, 0.125],
  };
  const x = matrix(state.columns, [1]);
  const scores = await exportedScores(x, (graph, features) => exportLof(graph, features, one));
  assert.deepEqual(scores, [1]);
});
