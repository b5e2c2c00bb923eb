import assert from "node:assert/strict";
import { matrix } from "../../matrix.ts";
import { exportedScores } from "../../onnx/exported_scores.ts";
import { fromPlattState, platt } from "./platt.ts";
import reference from "./probabilities_reference.json" with { type: "json" };

for (const { name, scores, labels, platt: expected } of reference.cases) {
  Deno.test(`platt agrees with scikit-learn: ${name}`, () => {
    const map = platt.fit(Float64Array.from(scores), Uint8Array.from(labels));
    reference.grid.forEach((score, i) => {
      // scikit-learn stops at a gradient of 1e-6.
      const chance = map.probability(score);
      assert.ok(Math.abs(chance - expected[i]) < 1e-4, `${chance} instead of ${expected[i]}`);
    });
  });
}

Deno.test("platt keeps a distance from certainty where scores part the classes", () => {
  const scores = Float64Array.of(0.1, 0.1, 0.9, 0.9);
  const map = platt.fit(scores, Uint8Array.of(0, 0, 1, 1));
  // Two points, two coefficients: the curve passes through the targets 1/4 and 3/4.
  assert.ok(Math.abs(map.probability(0.1) - 1 / 4) < 1e-9);
  assert.ok(Math.abs(map.probability(0.9) - 3 / 4) < 1e-9);
});

Deno.test("platt's curve is the same in a graph", async () => {
  const map = fromPlattState({ kind: "platt", slope: 8, intercept: -4 });
  const scores = [0, 0.25, 0.5, 1];
  const chances = await exportedScores(
    matrix(["score"], scores),
    (graph, features) => map.toOnnx(graph, features),
  );
  // 1 / (1 + e^4), 1 / (1 + e^2), 1 / 2, 1 / (1 + e^−4).
  assert.deepEqual(chances, [0.01799, 0.1192, 0.5, 0.98201]);
});
