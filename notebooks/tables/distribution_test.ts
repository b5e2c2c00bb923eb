import assert from "node:assert/strict";
import fc from "fast-check";
import { distribution } from "./distribution.ts";

/** The definition: sort, and take the middle. */
function sortedMedian(values: readonly number[]): number {
  const ordered = Float64Array.from(values).sort();
  const middle = ordered.length >> 1;
  if (ordered.length === 0) return NaN;
  if (ordered.length % 2 === 1) return ordered[middle];
  const [low, high] = [ordered[middle - 1], ordered[middle]];
  return low === high ? low : low / 2 + high / 2;
}

Deno.test("distribution() finds the median that sorting finds", () => {
  const value = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(-Infinity, Infinity, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 0),
  );
  fc.assert(fc.property(fc.array(value, { maxLength: 60 }), (values) => {
    const { median, min, max, missing } = distribution(Float64Array.from(values), 32);
    const expected = sortedMedian(values);
    assert.ok(median === expected || Number.isNaN(median) && Number.isNaN(expected));
    assert.equal(missing, 0);
    if (values.length > 0) {
      assert.ok(min === Math.min(...values) && max === Math.max(...values));
    }
  }));
});

Deno.test("distribution() finds the median of many values, crowded or spread", () => {
  const count = 200_001;
  const spread = Float64Array.from({ length: count }, (_, i) => (i * 7919) % count);
  assert.equal(distribution(spread, 32).median, 100_000);
  // All but a few lie in one part, so the part is looked into again.
  const crowded = Float64Array.from(
    { length: count },
    (_, i) => i === 0 ? 1e12 : (i * 7919) % count,
  );
  assert.equal(distribution(crowded, 32).median, sortedMedian([...crowded]));
});

Deno.test("distribution() counts all finite values in some part, wherever others are missing", () => {
  const value = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0, 1e308, -1e308));
  fc.assert(fc.property(fc.array(value, { maxLength: 40 }), (values) => {
    const { bins, missing } = distribution(Float64Array.from(values), 32);
    assert.equal(missing, values.filter(Number.isNaN).length);
    assert.equal(
      bins.reduce((sum, count) => sum + count, 0),
      values.filter(Number.isFinite).length,
    );
    assert.ok(bins.every((count) => count >= 0));
  }));
});

Deno.test("distribution() counts finite values in parts of equal width", () => {
  const { bins, missing } = distribution(
    new Float64Array([0, 1, 2, 3, 4, 5, 6, 7, 8, NaN, NaN, Infinity]),
    4,
  );
  assert.deepEqual(bins, [2, 2, 2, 3]);
  assert.equal(missing, 2);
});

Deno.test("distribution() of nothing, of missing values and of equal ones", () => {
  const none = { min: NaN, max: NaN, median: NaN, missing: 0, bins: [0, 0] };
  assert.deepEqual(distribution(new Float64Array(), 2), none);
  assert.deepEqual(distribution(new Float64Array([NaN]), 2), { ...none, missing: 1 });
  assert.deepEqual(distribution(new Float64Array([3, 3]), 2), {
    min: 3,
    max: 3,
    median: 3,
    missing: 0,
    bins: [2, 0],
  });
  assert.deepEqual(distribution(new Float64Array([Infinity]), 2), {
    ...none,
    min: Infinity,
    max: Infinity,
    median: Infinity,
  });
});
