import assert from "node:assert/strict";
import { findSplit, secondDerivatives, type SplitRules } from "./best_split.ts";

const units = { first: 1, second: 1, row: 1024 };
const rules: SplitRules = { units, leafRows: 1, l2: 0 };

/** One feature: the sums G and H and the number of rows of each bin, the last for missing values. */
function split(bins: readonly (readonly [number, number, number])[], given = rules) {
  const sums = bins.flatMap(([first, second, rows]) => [first, second + rows * units.row]);
  return findSplit(
    { starts: Int32Array.of(0, bins.length) },
    Uint32Array.of(0),
    Float64Array.from(sums),
    {
      first: bins.reduce((total, [first]) => total + first, 0),
      second: bins.reduce((total, [, second, rows]) => total + second + rows * units.row, 0),
    },
    given,
  );
}

Deno.test("secondDerivatives() takes away whole rows", () => {
  assert.equal(secondDerivatives(5 * 1024 + 7, units), 7);
  assert.equal(secondDerivatives(7, units), 7);
});

Deno.test("findSplit() takes the highest gain of the formula", () => {
  const bins = [[-3, 2, 4], [-1, 1, 4], [5, 4, 4], [0, 0, 0]] as const;
  // After the first bin 9/2 + 16/5 − 1/7 = 7.557…; after the second 16/3 + 25/4 − 1/7.
  const best = split(bins);
  assert.equal(best?.bin, 1);
  assert.ok(Math.abs(best.gain - (16 / 3 + 25 / 4 - 1 / 7)) < 1e-12);
  assert.deepEqual(best.left, { first: -4, second: 3 + 8 * 1024 });
});

Deno.test("findSplit() adds l2 to every denominator", () => {
  const best = split([[-3, 2, 4], [5, 4, 4], [0, 0, 0]], { ...rules, l2: 10 });
  assert.ok(Math.abs(best!.gain - (9 / 12 + 25 / 14 - 4 / 16)) < 1e-12);
});

Deno.test("findSplit() keeps enough rows and second derivatives on both sides", () => {
  const bins = [[-9, 2, 1], [-1, 2, 3], [2, 2, 4], [0, 0, 0]] as const;
  assert.equal(split(bins)?.bin, 0);
  assert.equal(split(bins, { ...rules, leafRows: 2 })?.bin, 1);
  assert.equal(split(bins, { ...rules, leafRows: 5 }), undefined);
  assert.equal(split([[-9, 0, 1], [2, 2, 4], [0, 0, 0]]), undefined);
});

Deno.test("findSplit() tries missing values on both sides", () => {
  const left = split([[-3, 2, 2], [3, 2, 2], [-3, 2, 2]]);
  assert.deepEqual([left?.bin, left?.missingLeft, left?.left.first], [0, true, -6]);
  const right = split([[-3, 2, 2], [3, 2, 2], [3, 2, 2]]);
  assert.deepEqual([right?.bin, right?.missingLeft, right?.left.first], [0, false, -3]);
  const apart = split([[-3, 2, 2], [-3, 2, 2], [6, 2, 2]]);
  assert.deepEqual([apart?.bin, apart?.missingLeft, apart?.left.first], [1, false, -6]);
});

Deno.test("findSplit() sends values that no row of the leaf misses with the most rows", () => {
  assert.equal(split([[-3, 2, 5], [3, 2, 2], [0, 0, 0]])?.missingLeft, true);
  assert.equal(split([[-3, 2, 2], [3, 2, 5], [0, 0, 0]])?.missingLeft, false);
});

Deno.test("findSplit() takes the first feature tried and its highest bin among equal gains", () => {
  const feature = [-3, 2 + 2 * 1024, 0, 0, 3, 2 + 2 * 1024, 0, 0];
  const sums = Float64Array.from([...feature, ...feature]);
  const total = { first: 0, second: 4 + 4 * 1024 };
  const splits = [[0, 1], [1]].map((features) =>
    findSplit({ starts: Int32Array.of(0, 4, 8) }, Uint32Array.from(features), sums, total, rules)
  );
  assert.deepEqual(splits.map((best) => [best?.feature, best?.bin]), [[0, 1], [1, 5]]);
});

Deno.test("findSplit() finds none where nothing is gained", () => {
  assert.equal(split([[2, 2, 2], [2, 2, 2], [0, 0, 0]]), undefined);
  assert.equal(split([[2, 2, 2], [0, 0, 0], [0, 0, 0]]), undefined);
});
