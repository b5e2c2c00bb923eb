import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportLstm } from "./lstm.ts";

Deno.test("exportLstm() expects the first value after 0 and the next one after the first", async () => {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const weights = {
    kernel: { shape: [1, 4], values: [0, 0, 1, 0] },
    recurrent: { shape: [1, 4], values: [0, 0, 0, 2] },
    bias: { shape: [4], values: [0, 0, 0.5, 0] },
    outputKernel: { shape: [1, 1], values: [4] },
    outputBias: { shape: [1], values: [1] },
  };
  const c1 = 0.5 * Math.tanh(0.5);
  const h1 = 0.5 * Math.tanh(c1);
  const c2 = 0.5 * c1 + 0.5 * Math.tanh(3 + 0.5);
  const h2 = sigmoid(2 * h1) * Math.tanh(c2);
  for (const [step, expected] of [4 * h1 + 1, 4 * h2 + 1].entries()) {
    const [score] = await exportedScores(matrix(["lag_1", "lag_0"], [3, 100]), (graph, scaled) => {
      const all = exportLstm(graph, scaled, weights, 2);
      return graph.node("Gather", [all, graph.int64([step])], { axis: { int: 1 } });
    });
    assert.ok(Math.abs(score - expected) < 1e-5, `step ${step} is ${score}, not ${expected}`);
  }
});
