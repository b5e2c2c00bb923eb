import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { kolmogorovSmirnov } from "./kolmogorov_smirnov.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("kolmogorovSmirnov is the largest gap of the cumulative shares", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, 2, 2, 3));
  const cases: [number[], number][] = [
    [[3, 2, 1, 2], 0],
    [[2], 0.25], // 0 instead of 1/4 below 2, 1 instead of 3/4 up to 2
    [[2.5, 2.5], 0.75],
    [[0, 0], 1],
    [[4], 1],
    [[1, 3], 0.25],
  ];
  for (const [current, gap] of cases) {
    assert.equal(
      kolmogorovSmirnov.compute(column, columnSample(Float64Array.from(current))),
      gap,
      `${current}`,
    );
  }
});

Deno.test("kolmogorovSmirnov ignores missing values as long as others are left", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, NaN, 2, NaN));
  assert.equal(
    kolmogorovSmirnov.compute(column, columnSample(Float64Array.of(NaN, 2, NaN, NaN, 1))),
    0,
  );
  assert.equal(kolmogorovSmirnov.compute(column, columnSample(Float64Array.of(NaN))), 1);
  const missing = referenceColumn("kwh", Float64Array.of(NaN));
  assert.equal(kolmogorovSmirnov.compute(missing, columnSample(Float64Array.of(1, NaN))), 1);
  assert.equal(kolmogorovSmirnov.compute(missing, columnSample(Float64Array.of(NaN))), 0);
});

Deno.test("kolmogorovSmirnov has the 5 % critical value as its floor, at most 1", () => {
  const column = referenceColumn("kwh", Float64Array.from({ length: 400 }, (_, i) => i));
  // sqrt((400 + 100) / (400 * 100)) = sqrt(0.0125)
  const floor = kolmogorovSmirnov.noChangeFloor(column, 100);
  assert.ok(Math.abs(floor - 1.36 * Math.sqrt(0.0125)) < 1e-15, `${floor}`);
  assert.equal(kolmogorovSmirnov.noChangeFloor(column, 1), 1);
  assert.equal(kolmogorovSmirnov.noChangeFloor(referenceColumn("a", Float64Array.of(NaN)), 9), 1);
});

Deno.test("kolmogorovSmirnov expects the reference's share of missing values in its floor", () => {
  const half = Float64Array.from({ length: 400 }, (_, i) => i % 2 === 0 ? i : NaN);
  // 200 values against 50: sqrt(250 / 10000)
  const floor = kolmogorovSmirnov.noChangeFloor(referenceColumn("kwh", half), 100);
  assert.ok(Math.abs(floor - 1.36 * Math.sqrt(0.025)) < 1e-15, `${floor}`);
});
