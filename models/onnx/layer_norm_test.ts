import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportLayerNorm } from "./layer_norm.ts";
import { exportedScores } from "./exported_scores.ts";
import reference from "../layers/layers_reference.json" with { type: "json" };

const { x, gain, shift, y } = reference.layerNorm;
const width = gain.length;

Deno.test("exportLayerNorm() gives what NumPy gives", async () => {
  const rows = matrix(gain.map((_, at) => `x_${at}`), x);
  for (const column of [0, width - 1]) {
    const scores = await exportedScores(rows, (graph, features) => {
      const y = exportLayerNorm(
        graph,
        features,
        { shape: [width], values: gain },
        { shape: [width], values: shift },
      );
      return graph.node("Gather", [y, graph.int64([column])], { axis: { int: 1 } });
    });
    scores.forEach((score, row) => {
      const expected = y[row * width + column];
      assert.ok(Math.abs(score - expected) < 1e-5, `row ${row} is ${score}, not ${expected}`);
    });
  }
});
