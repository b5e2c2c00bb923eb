import assert from "node:assert/strict";
import fc from "fast-check";
import { quantileSketch } from "./quantile_sketch.ts";

Deno.test("quantileSketch() keeps up to 257 values whole", () => {
  const sorted = Array.from({ length: 257 }, (_, i) => i * 2);
  assert.deepEqual(quantileSketch(sorted), {
    values: sorted,
    below: sorted.map((_, i) => i),
    upTo: sorted.map((_, i) => i + 1),
  });
});

Deno.test("quantileSketch() keeps up to 257 distinct values, however rare", () => {
  const sorted = [...new Array(9999).fill(0), ...Array.from({ length: 256 }, (_, i) => i + 1)];
  const { values, upTo } = quantileSketch(sorted);
  assert.deepEqual(values, Array.from({ length: 257 }, (_, i) => i));
  assert.deepEqual(upTo, values.map((value) => 9999 + value));
  assert.ok(quantileSketch([...sorted, 257]).values.length < 50);
});

Deno.test("quantileSketch() takes 257 even places of a longer sample", () => {
  const sorted = Array.from({ length: 2561 }, (_, i) => i);
  const { values, below } = quantileSketch(sorted);
  assert.deepEqual(values, Array.from({ length: 257 }, (_, i) => i * 10));
  assert.deepEqual(below, values);
});

Deno.test("quantileSketch() takes the nearest place where a share falls between two", () => {
  // Of 385 values, shares lie 1.5 places apart: 1.5 is rounded up to 2, 4.5 to 5.
  const { values } = quantileSketch(Array.from({ length: 385 }, (_, i) => i));
  assert.deepEqual(values.slice(0, 5), [0, 2, 3, 5, 6]);
});

Deno.test("quantileSketch() of equal values is one point, of none is empty", () => {
  assert.deepEqual(quantileSketch([7, 7, 7]), { values: [7], below: [0], upTo: [3] });
  assert.deepEqual(quantileSketch([]), { values: [], below: [], upTo: [] });
});

Deno.test("quantileSketch() leaves less than 1 / 256 of the sample between two points", () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5000 }));
  fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 3000 }), (some) => {
    const { below, upTo } = quantileSketch(Float64Array.from(some).sort());
    for (let point = 1; point < below.length; point++) {
      assert.ok(below[point] - upTo[point - 1] < some.length / 256);
    }
    assert.equal(below[0], 0);
    assert.equal(upTo.at(-1), some.length);
  }));
});
