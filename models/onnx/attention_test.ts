import assert from "node:assert/strict";
import reference from "../layers/layers_reference.json" with { type: "json" };
import { matrix } from "../matrix.ts";
import { exportCausalAttention } from "./attention.ts";
import { exportedScores } from "./exported_scores.ts";

const { projected, steps, heads, y } = reference.attention;
const width = y.length / steps;

Deno.test("exportCausalAttention() gives what NumPy gives, step by step and in each head", async () => {
  const x = matrix(projected.map((_, at) => `x_${at}`), projected);
  for (const at of [0, width - 1, 2 * width, y.length - width, y.length - 1]) {
    const [score] = await exportedScores(x, (graph, features) => {
      const rows = graph.node("Reshape", [features, graph.int64([-1, steps, 3 * width])]);
      const mixed = exportCausalAttention(graph, rows, { steps, width, heads });
      const flat = graph.node("Reshape", [mixed, graph.int64([-1, y.length])]);
      return graph.node("Gather", [flat, graph.int64([at])], { axis: { int: 1 } });
    });
    assert.ok(Math.abs(score - y[at]) < 1e-5, `value ${at} is ${score}, not ${y[at]}`);
  }
});
