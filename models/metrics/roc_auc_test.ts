import assert from "node:assert/strict";
import fc from "fast-check";
import { rocAuc } from "./roc_auc.ts";
import reference from "./ranking_reference.json" with { type: "json" };

for (const { name, labels, scores, roc_auc: expected } of reference) {
  Deno.test(`rocAuc() agrees with scikit-learn: ${name}`, () => {
    const value = rocAuc(Uint8Array.from(labels), Float64Array.from(scores));
    assert.ok(Math.abs(value - expected) < 1e-12, `${value} instead of ${expected}`);
  });
}

Deno.test("rocAuc() counts pairs won, ties as half", () => {
  // Pairs: 3 > 1, 3 > 2, 2 > 1 are won, 2 = 2 is half.
  assert.equal(rocAuc(Uint8Array.of(1, 1, 0, 0), Float64Array.of(3, 2, 1, 2)), 3.5 / 4);
});

Deno.test("rocAuc() of reversed scores is what is missing to 1", () => {
  const labels = Uint8Array.of(1, 0, 1, 0, 0);
  const scores = Float64Array.of(5, 4, 4, 2, 1);
  assert.equal(rocAuc(labels, scores) + rocAuc(labels, scores.map((score) => -score)), 1);
});

Deno.test("rocAuc() does not depend on the order of rows and on the scale of scores", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0, 1)), {
    maxLength: 40,
  }).map((some) => [...some, [0, 0], [1, 1]]);
  fc.assert(fc.property(rows, (list) => {
    const compute = (of: number[][], scale: (score: number) => number) =>
      rocAuc(
        Uint8Array.from(of, ([, label]) => label),
        Float64Array.from(of, ([score]) => scale(score)),
      );
    const value = compute(list, (score) => score);
    assert.equal(compute(list.toReversed(), (score) => score), value);
    assert.equal(compute(list, (score) => Math.exp(score) - 100), value);
  }));
});
