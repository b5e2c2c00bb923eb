import assert from "node:assert/strict";
import fc from "fast-check";
import { averagePrecision } from "./average_precision.ts";
import reference from "./ranking_reference.json" with { type: "json" };

for (const { name, labels, scores, average_precision: expected } of reference) {
  Deno.test(`averagePrecision() agrees with scikit-learn: ${name}`, () => {
    const value = averagePrecision(Uint8Array.from(labels), Float64Array.from(scores));
    assert.ok(Math.abs(value - expected) < 1e-12, `${value} instead of ${expected}`);
  });
}

Deno.test("averagePrecision() takes tied scores as one step", () => {
  // At score 3: recall 1/2 with precision 1; at score 2 the rest of recall with precision 2/3.
  const value = averagePrecision(Uint8Array.of(1, 1, 0, 0), Float64Array.of(3, 2, 1, 2));
  assert.equal(value, 1 / 2 + (1 / 2) * (2 / 3));
});

Deno.test("averagePrecision() of one score for all is the share of anomalous rows", () => {
  assert.equal(averagePrecision(Uint8Array.of(1, 0, 0, 0), new Float64Array(4)), 1 / 4);
});

Deno.test("averagePrecision() does not depend on the order of rows and on the scale of scores", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0, 1)), {
    maxLength: 40,
  }).map((some) => [...some, [0, 0], [1, 1]]);
  fc.assert(fc.property(rows, (list) => {
    const compute = (of: number[][], scale: (score: number) => number) =>
      averagePrecision(
        Uint8Array.from(of, ([, label]) => label),
        Float64Array.from(of, ([score]) => scale(score)),
      );
    const value = compute(list, (score) => score);
    assert.equal(compute(list.toReversed(), (score) => score), value);
    assert.equal(compute(list, (score) => Math.exp(score) - 100), value);
  }));
});
