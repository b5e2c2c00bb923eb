import assert from "node:assert/strict";
import { matrix } from "../../matrix.ts";
import { exportedScores } from "../../onnx/exported_scores.ts";
import { fromIsotonicState, isotonic } from "./isotonic.ts";
import reference from "./probabilities_reference.json" with { type: "json" };

for (const { name, scores, labels, isotonic: expected } of reference.cases) {
  Deno.test(`isotonic agrees with scikit-learn: ${name}`, () => {
    const map = isotonic.fit(Float64Array.from(scores), Uint8Array.from(labels));
    reference.grid.forEach((score, i) => {
      const chance = map.probability(score);
      assert.ok(Math.abs(chance - expected[i]) < 1e-9, `${chance} instead of ${expected[i]}`);
    });
  });
}

Deno.test("isotonic pools what falls and draws lines between the steps", () => {
  const scores = Float64Array.of(0.6, 0.1, 0.2, 0.3, 0.4, 0.5);
  const map = isotonic.fit(scores, Uint8Array.of(1, 0, 1, 0, 0, 1));
  // 0.2 to 0.4 hold one anomaly of three rows.
  assert.deepEqual(map.toJSON(), {
    kind: "isotonic",
    knots: [0.1, 0.2, 0.4, 0.5, 0.6],
    values: [0, 1 / 3, 1 / 3, 1, 1],
  });
  assert.ok(Math.abs(map.probability(0.45) - 2 / 3) < 1e-9);
});

Deno.test("isotonic keeps scores a rounding error apart from becoming a cliff", () => {
  const scores = Float64Array.of(0.5, 0.5 + 2 ** -52, 0.5 + 2 ** -51, 0.9);
  const map = isotonic.fit(scores, Uint8Array.of(0, 0, 1, 1));
  const { knots } = JSON.parse(JSON.stringify(map));
  assert.deepEqual(knots, [0.5, 0.5 + 1e-6, 0.5 + 1e-6 + 1e-6, 0.9]);
});

Deno.test("isotonic's steps are the same in a graph", async () => {
  const knots = [0.25, 0.5, 0.75];
  const map = fromIsotonicState({ kind: "isotonic", knots, values: [0.125, 0.125, 0.5] });
  const chances = await exportedScores(
    matrix(["score"], [0, 0.25, 0.375, 0.625, 0.75, 1]),
    (graph, features) => map.toOnnx(graph, features),
  );
  assert.deepEqual(chances, [0.125, 0.125, 0.125, 0.3125, 0.5, 0.5]);
});
