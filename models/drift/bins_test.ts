import assert from "node:assert/strict";
import fc from "fast-check";
import { binCounts, binEdges } from "./bins.ts";
import { columnSample } from "./column_sample.ts";

function ranges(edges: readonly number[]) {
  return { edges, perValue: false, sketch: { values: [] } };
}

Deno.test("binEdges() gives each of up to 24 distinct values its bin", () => {
  const hours = Array.from({ length: 24 }, (_, i) => i);
  assert.deepEqual(binEdges([...hours, 23]), hours.slice(0, 23));
  assert.deepEqual(binEdges([3, 3, 3]), []);
  assert.deepEqual(binEdges([]), []);
});

Deno.test("binEdges() cuts more than 24 distinct values at the deciles", () => {
  const sorted = Array.from({ length: 101 }, (_, i) => i);
  assert.deepEqual(binEdges(sorted), [10, 20, 30, 40, 50, 60, 70, 80, 90]);
});

Deno.test("binEdges() counts equal deciles once and none that is the highest value", () => {
  // 101 values, 27 distinct: the deciles are the values at the places 10, 20, … 90.
  const rising = Array.from({ length: 25 }, (_, i) => i + 1);
  const sorted = [...new Array(61).fill(0), ...rising, ...new Array(15).fill(99)];
  assert.deepEqual(binEdges(sorted), [0, 10, 20]);
});

Deno.test("binEdges() parts the highest value from the others when it holds every decile", () => {
  // 301 values, 31 distinct: the lowest decile, at place 30, is the highest value already.
  const rising = Array.from({ length: 30 }, (_, i) => i);
  const sorted = [...rising, ...new Array(271).fill(168)];
  assert.deepEqual(binEdges(sorted), [29]);
  assert.deepEqual(binCounts(ranges(binEdges(sorted)), columnSample(Float64Array.from(sorted))), [
    30,
    271,
    0,
  ]);
  // Where the lowest value holds them, it is the edge itself.
  assert.deepEqual(binEdges(sorted.map((value) => -value).reverse()), [-168]);
});

Deno.test("binCounts() puts an edge into the bin below it and missing values last", () => {
  const values = Float64Array.of(9, NaN, 10, 10.5, 20, 21, NaN, -Infinity, Infinity);
  assert.deepEqual(binCounts(ranges([10, 20]), columnSample(values)), [3, 2, 2, 2]);
  assert.deepEqual(binCounts(ranges([]), columnSample(Float64Array.of(5, NaN, 6))), [2, 1]);
  assert.deepEqual(binCounts(ranges([1]), { n: 0, sorted: new Float64Array(0) }), [0, 0, 0]);
});

Deno.test("binCounts() keeps values apart that a reference with a bin per value never had", () => {
  const beds = { edges: [2, 4], perValue: true, sketch: { values: [2, 4, 6] } };
  const values = Float64Array.of(6, 3, NaN, 2, -1, 6, Infinity);
  assert.deepEqual(binCounts(beds, columnSample(values)), [1, 0, 2, 1, 3]);
});

Deno.test("binCounts() fills every bin that binEdges() lays", () => {
  const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 200 });
  fc.assert(fc.property(values, (some) => {
    const sorted = Float64Array.from(some).sort();
    const counts = binCounts(ranges(binEdges(sorted)), columnSample(sorted));
    assert.equal(counts.pop(), 0);
    assert.ok(counts.every((count) => count > 0), `${counts}`);
    assert.equal(counts.reduce((sum, count) => sum + count), some.length);
  }));
});
