import assert from "node:assert/strict";
import { LARGEST } from "../detectors/scoring_rows.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";

Deno.test("exportScoringRows() gives the graph the largest float32 for an infinite value", async () => {
  const x = matrix(["kwh"], [Infinity, -Infinity, NaN, 0, LARGEST / 2]);
  const scores = await exportedScores(x, (graph, features) => {
    const share = graph.node("Div", [features, graph.double(LARGEST / 2)]);
    return graph.node("Where", [graph.node("IsNaN", [share]), graph.double(9), share]);
  });
  assert.deepEqual(scores, [2, -2, 9, 0, 1]);
});
