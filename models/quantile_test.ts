import assert from "node:assert/strict";
import fc from "fast-check";
import { quantile } from "./quantile.ts";

Deno.test("quantile() interpolates between the nearest values", () => {
  const sorted = [1, 2, 4, 8, 16];
  assert.equal(quantile(sorted, 0), 1);
  assert.equal(quantile(sorted, 0.25), 2);
  assert.equal(quantile(sorted, 0.5), 4);
  assert.equal(quantile(sorted, 0.875), 12);
  assert.equal(quantile(sorted, 1), 16);
});

Deno.test("quantile() of one value is that value", () => {
  for (const share of [0, 0.3, 1]) assert.equal(quantile([7], share), 7);
});

Deno.test("quantile() of equal values is exactly that value", () => {
  assert.equal(quantile([0.1, 0.1, 0.1, 0.1], 0.35), 0.1);
});

Deno.test("quantile() never falls as the share rises", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });
  fc.assert(fc.property(values, share, share, (list, a, b) => {
    const sorted = Float64Array.from(list).sort();
    const [low, high] = a < b ? [a, b] : [b, a];
    assert.ok(quantile(sorted, low) <= quantile(sorted, high) + 1e-6);
  }));
});

Deno.test("quantile() refuses no values and a share outside [0, 1]", () => {
  assert.throws(() => quantile([], 0.5), {
    name: "RangeError",
    message: "Cannot take a quantile of no values",
  });
  for (const share of [-0.1, 1.1, NaN]) {
    assert.throws(() => quantile([1], share), {
      name: "RangeError",
      message: `Cannot take a quantile as the share must lie in [0, 1]: current value is ${share}`,
    });
  }
});
