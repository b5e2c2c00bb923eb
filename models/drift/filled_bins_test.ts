import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { chiSquareFloor, filledBins } from "./filled_bins.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("filledBins() pairs missing values, and leaves out what both sides leave empty", () => {
  const beds = referenceColumn("beds", Float64Array.of(2, 2, 4, NaN));
  assert.deepEqual(filledBins(beds, columnSample(Float64Array.of(4, NaN, NaN))), [
    { reference: 2, current: 0 },
    { reference: 1, current: 1 },
    { reference: 1, current: 2 },
  ]);
  const present = referenceColumn("beds", Float64Array.of(2, 4));
  assert.deepEqual(filledBins(present, columnSample(Float64Array.of(4))), [
    { reference: 1, current: 0 },
    { reference: 1, current: 1 },
  ]);
});

Deno.test("chiSquareFloor() is the 5 % critical value over the bins in use", () => {
  // Quantiles at 0.95 for 1, 3 and 9 degrees of freedom, from tables; Wilson and Hilferty come
  // the nearer the more there are.
  for (const [bins, quantile, near] of [[2, 3.841, 0.03], [4, 7.815, 0.006], [10, 16.919, 0.003]]) {
    const counts = [...new Array(bins).fill(4), 0];
    const ratio = chiSquareFloor({ counts, n: 4 * bins }, 20) /
      (quantile * (1 / (4 * bins) + 1 / 20));
    assert.ok(Math.abs(ratio - 1) < near, `${bins} bins: ${ratio}`);
  }
});

Deno.test("chiSquareFloor() counts missing values as a bin, and a single bin as two", () => {
  const two = chiSquareFloor({ counts: [3, 4, 0], n: 7 }, 9);
  assert.equal(chiSquareFloor({ counts: [3, 0, 4], n: 7 }, 9), two);
  assert.equal(chiSquareFloor({ counts: [7, 0], n: 7 }, 9), two);
  assert.equal(chiSquareFloor({ counts: [0, 7], n: 7 }, 9), two);
});
