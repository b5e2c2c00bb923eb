import assert from "node:assert/strict";
import fc from "fast-check";
import { quantileThreshold } from "./quantile.ts";
import { labelScores } from "./threshold.ts";

Deno.test("quantileThreshold() is the lowest of the highest scores the share allows", () => {
  const scores = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
  assert.deepEqual(quantileThreshold(scores, 0.02), {
    rule: "quantile",
    contamination: 0.02,
    value: 98,
  });
  assert.equal(quantileThreshold(scores, 0.5).value, 50);
});

Deno.test("quantileThreshold() rounds the number of labelled rows down", () => {
  assert.equal(quantileThreshold([1, 2, 3, 4, 5], 0.39).value, 5);
  assert.equal(quantileThreshold([1, 2, 3, 4, 5], 0.4).value, 4);
});

Deno.test("quantileThreshold() labels none of too many tied scores", () => {
  assert.equal(quantileThreshold([1, 1, 2, 2, 2, 3], 0.5).value, 3);
  for (const score of [0, 0.25, 0.95, 1, -3]) {
    const { value } = quantileThreshold([score, score, score], 0.5);
    assert.ok(value > Math.fround(score) && value <= score + 1e-6);
    assert.equal(value, Math.fround(value));
  }
});

Deno.test("quantileThreshold() lies just above the only score", () => {
  assert.equal(quantileThreshold([1], 0.1).value, 1 + 2 ** -22);
});

Deno.test("quantileThreshold() labels at most the share, and one more would be too many", () => {
  const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1));
  const share = fc.double({ min: 0.001, max: 0.5, noNaN: true });
  fc.assert(fc.property(fc.array(score, { minLength: 1 }), share, (scores, contamination) => {
    const threshold = quantileThreshold(scores, contamination);
    const labelled = labelScores(scores, threshold).reduce((sum, label) => sum + label, 0);
    const allowed = Math.floor(contamination * scores.length);
    assert.ok(labelled <= allowed, `${labelled} of ${scores.length} at ${contamination}`);
    const below = scores.filter((value) => value < threshold.value);
    const lower = { rule: "by hand", value: Math.max(...below) };
    assert.ok(labelScores(scores, lower).reduce((sum, label) => sum + label, 0) > allowed);
  }));
});

Deno.test("quantileThreshold() refuses a share outside (0, 0.5] and useless scores", () => {
  for (const contamination of [0, 0.51, -0.1, NaN]) {
    assert.throws(() => quantileThreshold([1], contamination), {
      name: "RangeError",
      message: "Cannot choose a threshold as contamination must lie in (0, 0.5]: " +
        `current value is ${contamination}`,
    });
  }
  assert.throws(() => quantileThreshold([], 0.1), {
    name: "RangeError",
    message: "Cannot choose a threshold without scores",
  });
  assert.throws(() => quantileThreshold([1, NaN], 0.1), {
    name: "RangeError",
    message: "Cannot choose a threshold as scores must be finite: current value is NaN",
  });
});

Deno.test("quantileThreshold() stays just above tied scores however small they are", () => {
  const { value } = quantileThreshold([1e-9, 1e-9], 0.5);
  assert.ok(value > Math.fround(1e-9) && value < 1.000001e-9, `${value}`);
});
