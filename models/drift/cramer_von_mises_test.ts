import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { cramerVonMises } from "./cramer_von_mises.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("cramerVonMises is the mean square difference of the shares by hand", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, 2, 3, 4));
  const score = (...values: number[]) =>
    cramerVonMises.compute(column, columnSample(Float64Array.from(values)));
  assert.equal(score(4, 3, 2, 1), 0);
  // At 1, 2, 2.5, 2.5, 3, 4: 1/4, 1/2, 0, 1/2, 1/4, 0 less ties: at 2.5 first 1/2 - 1/2, then -1/2.
  assert.ok(Math.abs(score(2.5, 2.5) - (1 / 16 + 1 / 4 + 0 + 1 / 4 + 1 / 16) / 6) < 1e-12);
  // All below: the differences are 1 at 0, then 3/4, 1/2, 1/4 and 0.
  assert.ok(Math.abs(score(0) - (1 + 9 / 16 + 1 / 4 + 1 / 16) / 5) < 1e-12);
});

Deno.test("cramerVonMises ignores missing values as long as others are left", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, NaN, 2, NaN));
  const missing = referenceColumn("kwh", Float64Array.of(NaN));
  assert.equal(cramerVonMises.compute(column, columnSample(Float64Array.of(NaN, 2, 1))), 0);
  assert.equal(cramerVonMises.compute(column, columnSample(Float64Array.of(NaN))), 1);
  assert.equal(cramerVonMises.compute(missing, columnSample(Float64Array.of(1))), 1);
  assert.equal(cramerVonMises.compute(missing, columnSample(Float64Array.of(NaN))), 0);
});

Deno.test("cramerVonMises has the tabled critical value as its floor", () => {
  // 0.46136 in Anderson and Darling's table, times 1/4000 + 1/1000.
  const column = referenceColumn("kwh", Float64Array.from({ length: 4000 }, (_, i) => i));
  const floor = cramerVonMises.noChangeFloor(column, 1000);
  assert.ok(Math.abs(floor / (0.46136 * 0.00125) - 1) < 0.02, `${floor}`);
});

Deno.test("cramerVonMises has that of a squared normal variable for a column of two values", () => {
  const column = referenceColumn(
    "valve",
    Float64Array.from({ length: 500 }, (_, i) => i % 5 ? 1 : 0),
  );
  // A fifth of the values has the share 1/5: B(1/5)² / 5, whose 95 % quantile is 3.841 · 0.16 / 5.
  const floor = cramerVonMises.noChangeFloor(column, 100);
  const expected = 3.841 * 0.16 / 5 * (1 / 500 + 1 / 100);
  assert.ok(Math.abs(floor / expected - 1) < 0.03, `${floor} instead of ${expected}`);
});
