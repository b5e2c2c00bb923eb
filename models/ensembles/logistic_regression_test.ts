import assert from "node:assert/strict";
import { fitLogistic, logisticProbability } from "./logistic_regression.ts";
import reference from "./logistic_regression_reference.json" with { type: "json" };

for (const { name, x, targets, l2, weights, intercept } of reference) {
  Deno.test(`fitLogistic() finds the reference's optimum: ${name}`, () => {
    const found = fitLogistic(Float64Array.from(x.flat()), targets, weights.length, l2);
    const close = (actual: number, expected: number) =>
      assert.ok(
        Math.abs(actual - expected) < 1e-6 * Math.max(1, Math.abs(expected)),
        `${actual} instead of ${expected}`,
      );
    found.weights.forEach((weight, j) => close(weight, weights[j]));
    close(found.intercept, intercept);
  });
}

Deno.test("fitLogistic() of columns that say nothing is the share of ones", () => {
  // Weight 0 by symmetry, and ln(p / (1 − p)) = ln(1 / 3).
  const { intercept, weights } = fitLogistic(new Float64Array(8), [1, 0, 0, 0, 1, 0, 0, 0], 1, 1);
  assert.deepEqual(weights, [0]);
  assert.ok(Math.abs(intercept - Math.log(1 / 3)) < 1e-9);
});

Deno.test("fitLogistic() of targets of one class goes far without going wrong", () => {
  const model = fitLogistic(Float64Array.of(0.1, 0.5, 0.9), [0, 0, 0], 1, 1);
  assert.ok(Number.isFinite(model.intercept));
  assert.ok(logisticProbability(model, [1]) < 1e-6);
});

Deno.test("logisticProbability() does not overflow", () => {
  const model = { intercept: 0, weights: [1000] };
  assert.deepEqual([-1, 0, 1].map((value) => logisticProbability(model, [value])), [0, 0.5, 1]);
});
