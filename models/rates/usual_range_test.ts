import assert from "node:assert/strict";
import { usualRange } from "./usual_range.ts";

Deno.test("usualRange() is the mean and three sample standard deviations to both sides", () => {
  // Deviations −2, −1, −1, 1, 1, 2 from 5: squares sum to 12, over 5 that is 2.4.
  const range = usualRange([3, 4, 4, 6, 6, 7])!;
  assert.equal(range.mean, 5);
  assert.ok(Math.abs(range.high - (5 + 3 * Math.sqrt(2.4))) < 1e-12);
  assert.ok(Math.abs(range.low - (5 - 3 * Math.sqrt(2.4))) < 1e-12);
});

Deno.test("usualRange() does not depend on the order of the chunks", () => {
  assert.deepEqual(
    usualRange([0.1, 0.7, 0.3, 0.2, 0.9, 0.5]),
    usualRange([0.9, 0.5, 0.2, 0.3, 0.7, 0.1]),
  );
});

Deno.test("usualRange() of equal figures has no width", () => {
  assert.deepEqual(usualRange(new Array(7).fill(0.1)), { mean: 0.1, low: 0.1, high: 0.1 });
});

Deno.test("usualRange() passes over chunks without a value, and needs six that have one", () => {
  assert.deepEqual(usualRange([2, 2, NaN, 2, 2, 2, 2]), { mean: 2, low: 2, high: 2 });
  assert.equal(usualRange([2, 2, NaN, 2, 2, 2]), undefined);
  assert.equal(usualRange([]), undefined);
});
