import assert from "node:assert/strict";
import fc from "fast-check";
import { ranksOf, thresholdRanks } from "./threshold_ranks.ts";

function ranks(thresholds: readonly number[], values: readonly number[]): number[] {
  const into = new Int32Array(values.length);
  ranksOf(into, thresholdRanks(thresholds), Float32Array.from(values), 0, 1);
  return [...into];
}

Deno.test("ranksOf() counts the thresholds below each value, wherever they crowd", () => {
  const number = fc.oneof(
    fc.float({ noNaN: true, noDefaultInfinity: true }),
    fc.float({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: -3, max: 3 }),
  );
  const lists = fc.tuple(
    fc.array(number, { minLength: 1, maxLength: 80 }),
    fc.array(fc.oneof(number, fc.constantFrom(Infinity, -Infinity)), { maxLength: 80 }),
  );
  fc.assert(fc.property(lists, ([cuts, others]) => {
    const thresholds = [...new Set(cuts.map((cut) => cut + 0))].sort((a, b) => a - b);
    const values = [...others, ...thresholds];
    const expected = values.map((value) => thresholds.filter((cut) => cut < value).length);
    assert.deepEqual(ranks(thresholds, values), expected);
  }));
});

Deno.test("ranksOf() puts a missing value above all thresholds", () => {
  assert.deepEqual(ranks([1, 2, 3], [NaN, 3, 4]), [3, 2, 3]);
});

Deno.test("ranksOf() takes every so many values from a place on", () => {
  const into = new Int32Array(2);
  ranksOf(into, thresholdRanks([1, 2]), Float32Array.of(9, 9, 1.5, 9, 9, 0), 2, 3);
  assert.deepEqual([...into], [1, 0]);
});

Deno.test("thresholdRanks() keeps the first bucket's reach above the thresholds in it", () => {
  // All but the last of these share a bucket of the range up to a million.
  const crowd = Array.from({ length: 100 }, (_, i) => i);
  assert.deepEqual(ranks([...crowd, 1e6], [50.5, 0, 99, 99.5, 2e6]), [51, 0, 99, 100, 101]);
});
