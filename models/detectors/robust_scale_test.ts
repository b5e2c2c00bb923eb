import assert from "node:assert/strict";
import { deviation, robustScale } from "./robust_scale.ts";

Deno.test("robustScale() is the median and 1.4826 times the median absolute deviation", () => {
  // Median 5; deviations 4, 3, 0, 1, 95 have the median 3.
  assert.deepEqual(robustScale([1, 2, 5, 6, 100]), { center: 5, scale: 3 * 1.4826 });
  // Median 2.5; deviations 1.5, 0.5, 0.5, 1.5 have the median 1.
  assert.deepEqual(robustScale([1, 4, 3, 2]), { center: 2.5, scale: 1.4826 });
});

Deno.test("robustScale() falls back to the root mean square where most values are equal", () => {
  assert.deepEqual(robustScale([3, 3, 7, 3]), { center: 3, scale: 2 });
});

Deno.test("robustScale() is 0 for values that never vary, and without values", () => {
  assert.deepEqual(robustScale([0.1, 0.1, 0.1]), { center: 0.1, scale: 0 });
  assert.deepEqual(robustScale([7]), { center: 7, scale: 0 });
  assert.deepEqual(robustScale([]), { center: 0, scale: 0 });
});

Deno.test("robustScale() does not see the order of the values and leaves them in place", () => {
  const values = Float32Array.of(9, 1, 4, 4, 2);
  assert.deepEqual(robustScale(values), robustScale(values.toReversed()));
  assert.deepEqual([...values], [9, 1, 4, 4, 2]);
});

Deno.test("deviation() measures from 0, whatever the mean of the values", () => {
  assert.equal(deviation([10, 10, 10]), 10 * 1.4826);
});
