import assert from "node:assert/strict";
import type { OneClassSvmState } from "../detectors/one_class_svm.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportOneClassSvm } from "./one_class_svm.ts";

const state: OneClassSvmState = {
  kind: "one_class_svm",
  columns: ["kwh", "change"],
  scaler: { center: [1, 0], inverse: [1, 0.5], clip: 10 },
  gamma: 0.25,
  rho: 1.25,
  coefficients: [1, 2],
  supportVectors: [[0, 0], [1, 2]],
};

Deno.test("exportOneClassSvm() is rho minus the weighted kernels", async () => {
  // Scaled rows (0, 0) and (1, 2), each on one support vector and at squared distance 5 from
  // the other: e^-1.25 = 0.2865048.
  const x = matrix(state.columns, [1, 0, 2, 4]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportOneClassSvm(graph, features, state),
  );
  assert.deepEqual(scores, [-0.32301, -1.0365]);
});

Deno.test("exportOneClassSvm() reaches rho far away and takes a missing value for the mean", async () => {
  const x = matrix(state.columns, [1e30, -1e30, NaN, NaN]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportOneClassSvm(graph, features, state),
  );
  assert.deepEqual(scores, [1.25, -0.32301]);
});
