import assert from "node:assert/strict";
import fc from "fast-check";
import { countBelow, countUpTo } from "./sorted_counts.ts";

Deno.test("countBelow() and countUpTo() part ties from what lies around them", () => {
  const sorted = [-1, 0, 0, 0, 2];
  assert.deepEqual([-2, -1, 0, 1, 2, 3].map((value) => countBelow(sorted, value)), [
    0,
    0,
    1,
    4,
    4,
    5,
  ]);
  assert.deepEqual([-2, -1, 0, 1, 2, 3].map((value) => countUpTo(sorted, value)), [
    0,
    1,
    4,
    4,
    5,
    5,
  ]);
});

Deno.test("countBelow() and countUpTo() find none among none and take infinite values", () => {
  assert.deepEqual([countBelow([], 1), countUpTo([], 1)], [0, 0]);
  assert.deepEqual([countBelow([1, 2], -Infinity), countUpTo([1, 2], Infinity)], [0, 2]);
});

Deno.test("countBelow() and countUpTo() count what a filter counts", () => {
  const values = fc.array(fc.integer({ min: -9, max: 9 }));
  fc.assert(fc.property(values, fc.integer({ min: -10, max: 10 }), (some, value) => {
    const sorted = Float64Array.from(some).sort();
    assert.equal(countBelow(sorted, value), some.filter((each) => each < value).length);
    assert.equal(countUpTo(sorted, value), some.filter((each) => each <= value).length);
  }));
});
