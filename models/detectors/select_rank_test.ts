import assert from "node:assert/strict";
import fc from "fast-check";
import { selectRank } from "./select_rank.ts";

Deno.test("selectRank() puts at the rank what a sort puts there, lesser values before it", () => {
  const value = fc.oneof(fc.float({ noNaN: true }), fc.integer({ min: -2, max: 2 }));
  const list = fc.array(value, { minLength: 1, maxLength: 60 });
  fc.assert(fc.property(list, fc.nat(), (numbers, pick) => {
    const rank = pick % numbers.length;
    const given = Float32Array.from(numbers);
    const sorted = given.toSorted();
    assert.ok(selectRank(given, rank) === sorted[rank]);
    assert.ok(given.subarray(0, rank).every((each) => each <= sorted[rank]));
    assert.ok(given.subarray(rank).every((each) => each >= sorted[rank]));
    given.sort().forEach((each, i) => assert.ok(each === sorted[i]));
  }));
});

Deno.test("selectRank() takes sorted, reversed and equal values", () => {
  const up = Float32Array.from({ length: 10_001 }, (_, i) => i);
  assert.equal(selectRank(up.slice(), 5000), 5000);
  assert.equal(selectRank(up.toReversed(), 17), 17);
  assert.equal(selectRank(new Float32Array(10_000).fill(3), 9999), 3);
});
