import assert from "node:assert/strict";
import { justAbove, sortedScores } from "./sorted_scores.ts";

Deno.test("sortedScores() sorts a copy", () => {
  const scores = Float32Array.of(0.75, -1, 0.5);
  assert.deepEqual([...sortedScores(scores)], [-1, 0.5, 0.75]);
  assert.deepEqual([...scores], [0.75, -1, 0.5]);
});

Deno.test("sortedScores() refuses no scores and scores that are not finite", () => {
  assert.throws(() => sortedScores([]), {
    name: "RangeError",
    message: "Cannot choose a threshold without scores",
  });
  for (const score of [NaN, -Infinity]) {
    assert.throws(() => sortedScores([1, score]), {
      name: "RangeError",
      message: `Cannot choose a threshold as scores must be finite: current value is ${score}`,
    });
  }
});

Deno.test("justAbove() is a float32 above the score as a float32, and hardly more", () => {
  for (const score of [0, 1e-9, 0.1, 0.95, 1, -3]) {
    const above = justAbove(score);
    assert.equal(above, Math.fround(above));
    assert.ok(above > Math.fround(score) && above <= score + Math.abs(score) * 1e-6 + 1e-30);
  }
});
