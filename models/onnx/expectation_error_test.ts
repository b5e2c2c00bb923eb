import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportExpectationErrors } from "./expectation_error.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportScaler } from "./scaler.ts";

const scaler = { center: [0, 0, 0], inverse: [1, 1, 0], clip: 10 };

Deno.test("exportExpectationErrors() is the root of the weighted mean over the values present", async () => {
  const x = matrix(["a", "b", "c"], [2, 1, 5, NaN, 3, 5, NaN, NaN, 5, 2, 1, NaN]);
  const scores = await exportedScores(x, (graph, features) => {
    const scaled = exportScaler(graph, features, scaler);
    const expected = graph.node("Mul", [scaled, graph.double(0)]);
    return exportExpectationErrors(graph, { features, scaled, expected }, scaler, [1, 3, 7]);
  });
  // The third column had no value in the fit: √((4 + 3) / 4), √(27 / 3), nothing, as the first.
  assert.deepEqual(scores, [1.32288, 3, 0, 1.32288]);
});
