import assert from "node:assert/strict";
import { initialTransformer } from "../detectors/transformer_network.ts";
import reference from "../detectors/transformer_reference.json" with { type: "json" };
import type { Weight } from "../layers/weight.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportTransformer } from "./transformer.ts";

const { steps, windows, expected } = reference;
const learnt: Record<string, number[]> = reference.weights;

Deno.test("exportTransformer() gives what NumPy gives", async () => {
  const initial = initialTransformer(3, () => 0.5);
  const weights = Object.fromEntries(
    Object.entries<Weight>(initial).map(([name, { shape }]) => [name, {
      shape,
      values: learnt[name],
    }]),
  );
  const x = matrix(Array.from({ length: steps }, (_, at) => `x_${at}`), windows);
  for (const step of [0, 1, steps - 1]) {
    const scores = await exportedScores(x, (graph, scaled) => {
      const all = exportTransformer(graph, scaled, { ...initial, ...weights }, steps);
      return graph.node("Gather", [all, graph.int64([step])], { axis: { int: 1 } });
    });
    scores.forEach((score, row) => {
      const value = expected[row * steps + step];
      assert.ok(Math.abs(score - value) < 1e-4, `row ${row} is ${score}, not ${value}`);
    });
  }
});
