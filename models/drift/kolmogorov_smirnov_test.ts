import assert from "node:assert/strict";
import reference from "./drift_reference.json" with { type: "json" };
import { kolmogorovSmirnov } from "./kolmogorov_smirnov.ts";
import { referenceColumn } from "./reference_column.ts";

for (const { name, reference: before, current, kolmogorov_smirnov: expected } of reference) {
  Deno.test(`kolmogorovSmirnov agrees with SciPy: ${name}`, () => {
    const column = referenceColumn("kwh", Float64Array.from(before));
    const value = kolmogorovSmirnov.compute(column, Float64Array.from(current));
    const short = before.length <= 257 ? 1e-12 : 1 / 256;
    assert.ok(
      value <= expected + 1e-12 && value > expected - short,
      `${value} instead of ${expected}`,
    );
  });
}

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
    assert.equal(kolmogorovSmirnov.compute(column, Float64Array.from(current)), gap, `${current}`);
  }
});

Deno.test("kolmogorovSmirnov ignores missing values as long as others are left", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, NaN, 2, NaN));
  assert.equal(kolmogorovSmirnov.compute(column, Float64Array.of(NaN, 2, NaN, NaN, 1)), 0);
  assert.equal(kolmogorovSmirnov.compute(column, Float64Array.of(NaN)), 1);
  const missing = referenceColumn("kwh", Float64Array.of(NaN));
  assert.equal(kolmogorovSmirnov.compute(missing, Float64Array.of(1, NaN)), 1);
  assert.equal(kolmogorovSmirnov.compute(missing, Float64Array.of(NaN)), 0);
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

Deno.test("kolmogorovSmirnov refuses no current values", () => {
  const column = referenceColumn("kwh", Float64Array.of(1));
  assert.throws(() => kolmogorovSmirnov.compute(column, new Float64Array(0)), {
    name: "RangeError",
    message: "Cannot compute the Kolmogorov-Smirnov distance of no current values",
  });
});
