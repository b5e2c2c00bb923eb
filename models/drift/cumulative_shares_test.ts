import assert from "node:assert/strict";
import { cumulativeShares, presentCount, presentRatio } from "./cumulative_shares.ts";
import { quantileSketch } from "./quantile_sketch.ts";

Deno.test("cumulativeShares() counts current values at every point, ties at the point", () => {
  const sketch = quantileSketch([1, 2, 2, 3]);
  assert.deepEqual(cumulativeShares(sketch, { sorted: Float64Array.of(0, 2, 2.5, 9) }), {
    reference: 4,
    current: 4,
    below: Uint32Array.of(1, 1, 3),
    upTo: Uint32Array.of(1, 2, 3),
    gapBelow: Float64Array.of(-1 / 4, 0, 0),
    gapUpTo: Float64Array.of(0, 1 / 4, 1 / 4),
  });
});

Deno.test("cumulativeShares() are none where a side has no values", () => {
  const none = { sorted: new Float64Array(0) };
  assert.equal(cumulativeShares(quantileSketch([]), { sorted: Float64Array.of(1) }), undefined);
  assert.equal(cumulativeShares(quantileSketch([1]), none), undefined);
});

Deno.test("presentRatio() expects as many missing values as the reference has", () => {
  const sketch = quantileSketch([1, 2, 3]);
  assert.equal(presentCount(sketch), 3);
  assert.equal(presentRatio({ sketch, n: 3 }, 6), 1 / 3 + 1 / 6);
  // Half of six missing: of twelve, six are left.
  assert.equal(presentRatio({ sketch, n: 6 }, 12), 1 / 3 + 1 / 6);
});
