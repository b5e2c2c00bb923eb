import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { psi } from "./psi.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("psi is the sum over the bins by hand", () => {
  // Bins 1 and 2. Shares 1/4, 3/4 before; 3/4, 1/4 now.
  const column = referenceColumn("kwh", Float64Array.of(1, 2, 2, 2));
  const value = psi.compute(column, columnSample(Float64Array.of(1, 1, 1, 2)));
  assert.ok(Math.abs(value - 2 * (1 / 2) * Math.log(3)) < 1e-12, `${value}`);
});

Deno.test("psi takes an empty bin to hold half a value", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, 2, 2, 2));
  const value = psi.compute(column, columnSample(Float64Array.of(2, 2)));
  const [p, q] = [[1 / 4, 3 / 4], [1 / 4, 1]];
  const expected = (q[0] - p[0]) * Math.log(q[0] / p[0]) + (q[1] - p[1]) * Math.log(q[1] / p[1]);
  assert.ok(Math.abs(value - expected) < 1e-12, `${value}`);
});

Deno.test("psi takes missing values for a bin of their own", () => {
  // Bins 1 and missing. Reference 3, 1 of 4; current 1, 3 of 4; of both.
  const column = referenceColumn("kwh", Float64Array.of(1, 1, 1, NaN));
  const value = psi.compute(column, columnSample(Float64Array.of(NaN, NaN, 1, NaN)));
  assert.ok(Math.abs(value - 2 * (1 / 2) * Math.log(3)) < 1e-12, `${value}`);
});

Deno.test("psi sees values that a column of few values never had", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, 1));
  // All of one bin to all of another: each is taken to hold half a value of two where empty.
  const value = psi.compute(column, columnSample(Float64Array.of(8, 9)));
  assert.ok(Math.abs(value - 2 * (3 / 4) * Math.log(4)) < 1e-12, `${value}`);
});

Deno.test("psi is blind to what happens inside a bin", () => {
  const values = Float64Array.from({ length: 1000 }, (_, i) => i);
  const column = referenceColumn("kwh", values);
  const lowered = values.map((value) => Math.floor(value / 100) * 100 + 1);
  assert.equal(psi.compute(column, columnSample(lowered)), 0);
});

Deno.test("psi counts missing values as a bin of its floor where there are any", () => {
  const floorOf = (...values: number[]) =>
    psi.noChangeFloor(referenceColumn("kwh", Float64Array.from(values)), 9);
  assert.equal(floorOf(1, 2, NaN, NaN), floorOf(1, 2, 3, 3));
  assert.equal(floorOf(1, 1), floorOf(1, 2));
  assert.equal(floorOf(NaN, NaN), floorOf(1, 2));
});
