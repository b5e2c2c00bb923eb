import assert from "node:assert/strict";
import { madThreshold } from "./mad.ts";
import { justAbove } from "./sorted_scores.ts";

Deno.test("madThreshold() is median + k · 1.4826 · median absolute deviation", () => {
  // Median 2.5, deviations 1.5, 0.5, 0.5, 1.5: median 1.
  const threshold = madThreshold([4, 1, 3, 2], 3);
  assert.deepEqual(threshold, { rule: "mad", k: 3, value: 2.5 + 3 * 1.4826 });
});

Deno.test("madThreshold() of a bell is k standard deviations above its middle", () => {
  // Quantiles of the standard normal distribution at 1/4, 1/2 and 3/4, and far ends.
  const { value } = madThreshold([-9, -0.67449, 0, 0.67449, 9], 2);
  assert.ok(Math.abs(value - 2) < 1e-4, `${value}`);
});

Deno.test("madThreshold() does not move with what is far out already", () => {
  assert.equal(
    madThreshold([1, 2, 3, 4, 5, 6, 1e9], 3).value,
    madThreshold([1, 2, 3, 4, 5, 6, 7], 3).value,
  );
});

Deno.test("madThreshold() labels what exceeds a score that most rows share", () => {
  const { value } = madThreshold([0.25, 0.25, 0.25, 0.5, 0.75], 3);
  assert.equal(value, justAbove(0.25));
});

Deno.test("madThreshold() refuses a k that is not positive", () => {
  for (const k of [0, -1, Infinity, NaN]) {
    assert.throws(() => madThreshold([1, 2], k), {
      name: "RangeError",
      message: `Cannot choose a threshold as k must be positive: current value is ${k}`,
    });
  }
});
