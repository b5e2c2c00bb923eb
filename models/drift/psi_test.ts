import assert from "node:assert/strict";
import reference from "./drift_reference.json" with { type: "json" };
import { psi } from "./psi.ts";
import { referenceColumn } from "./reference_column.ts";

for (const { name, reference: before, current, psi: expected } of reference) {
  Deno.test(`psi agrees with SciPy's divergences: ${name}`, () => {
    const column = referenceColumn("kwh", Float64Array.from(before));
    const value = psi.compute(column, Float64Array.from(current));
    assert.ok(Math.abs(value - expected) < 1e-12, `${value} instead of ${expected}`);
  });
}

Deno.test("psi adds half a value to every bin in use", () => {
  // Bins 1 and 2. Reference 1, 3 of 4; current 3, 1 of 4; each share of 5.
  const column = referenceColumn("kwh", Float64Array.of(1, 2, 2, 2));
  const value = psi.compute(column, Float64Array.of(1, 1, 1, 2));
  assert.ok(Math.abs(value - 2 * (2 / 5) * Math.log(3.5 / 1.5)) < 1e-12, `${value}`);
});

Deno.test("psi takes missing values for a bin of their own", () => {
  // Bins 1 and missing. Reference 3, 1 of 4; current 1, 3 of 4; each share of 5.
  const column = referenceColumn("kwh", Float64Array.of(1, 1, 1, NaN));
  const value = psi.compute(column, Float64Array.of(NaN, NaN, 1, NaN));
  assert.ok(Math.abs(value - 2 * (2 / 5) * Math.log(3.5 / 1.5)) < 1e-12, `${value}`);
});

Deno.test("psi is blind to the values of a column that was constant", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, 1));
  assert.equal(psi.compute(column, Float64Array.of(8, 9)), 0);
});

Deno.test("psi has the 5 % critical value of chi-square over the bins in use as its floor", () => {
  // Quantiles at 0.95 for 1, 3 and 9 degrees of freedom, from tables; Wilson and Hilferty come
  // the nearer the more there are.
  for (const [bins, quantile, near] of [[2, 3.841, 0.03], [4, 7.815, 0.006], [10, 16.919, 0.003]]) {
    const column = referenceColumn(
      "kwh",
      Float64Array.from({ length: 4 * bins }, (_, i) => i % bins),
    );
    const ratio = psi.noChangeFloor(column, 20) / (quantile * (1 / (4 * bins) + 1 / 20));
    assert.ok(Math.abs(ratio - 1) < near, `${bins} bins: ${ratio}`);
  }
});

Deno.test("psi counts missing values as a bin of its floor where there are any", () => {
  const floorOf = (...values: number[]) =>
    psi.noChangeFloor(referenceColumn("kwh", Float64Array.from(values)), 9);
  assert.equal(floorOf(1, 2, NaN, NaN), floorOf(1, 2, 3, 3));
  assert.equal(floorOf(1, 1), floorOf(1, 2));
  assert.equal(floorOf(NaN, NaN), floorOf(1, 2));
});

Deno.test("psi refuses no current values", () => {
  const column = referenceColumn("kwh", Float64Array.of(1));
  assert.throws(() => psi.compute(column, new Float64Array(0)), {
    name: "RangeError",
    message: "Cannot compute the PSI of no current values",
  });
});
