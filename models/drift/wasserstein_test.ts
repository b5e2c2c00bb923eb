import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { referenceColumn } from "./reference_column.ts";
import { wasserstein } from "./wasserstein.ts";

Deno.test("wasserstein is the mean move over the reference's deviation by hand", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, 3)); // deviation 1
  const cases: [number[], number][] = [
    [[1, 3], 0],
    [[3, 1, 1, 3], 0],
    [[2], 1],
    [[2, 2.5], 0.75],
    [[-1, 7], 3],
    [[10], 8],
    [[3, 3, 1, 1, 3, NaN], 0.2], // a fifth less one half, moved by 2: 0.1 * 2
  ];
  for (const [current, expected] of cases) {
    const value = wasserstein.compute(column, columnSample(Float64Array.from(current)));
    assert.ok(Math.abs(value - expected) < 1e-12, `${current}: ${value}`);
  }
});

Deno.test("wasserstein is that of even spreads between the points of a long reference's sketch", () => {
  // 0 to 25600: points at every 100. Moved by 50, the shares differ by 50 / 25601 throughout.
  const values = Float64Array.from({ length: 25_601 }, (_, i) => i);
  const column = referenceColumn("kwh", values);
  const value = wasserstein.compute(column, columnSample(values.map((value) => value + 50)));
  const deviation = Math.sqrt((25_601 ** 2 - 1) / 12);
  assert.ok(Math.abs(value - 50 / deviation) < 0.01 * 50 / deviation, `${value}`);
});

Deno.test("wasserstein ignores missing values as long as others are left", () => {
  const column = referenceColumn("kwh", Float64Array.of(1, 3, NaN));
  const missing = referenceColumn("kwh", Float64Array.of(NaN));
  assert.equal(wasserstein.compute(column, columnSample(Float64Array.of(NaN))), 1);
  assert.equal(wasserstein.compute(missing, columnSample(Float64Array.of(1, NaN))), 1);
  assert.equal(wasserstein.compute(missing, columnSample(Float64Array.of(NaN))), 0);
});

Deno.test("wasserstein measures a constant column by its own size", () => {
  const score = (constant: number, current: number) =>
    wasserstein.compute(
      referenceColumn("kwh", Float64Array.of(constant, constant)),
      columnSample(Float64Array.of(current)),
    );
  assert.deepEqual([score(4, 5), score(-4, 5), score(0, 5)], [0.25, 2.25, 5]);
});

Deno.test("wasserstein has the floor of a half-normal variable for a column of two values", () => {
  // The area is |B(1/5)|, whose 95 % quantile is 1.96 deviations of it; the deviation is the same.
  const column = referenceColumn(
    "valve",
    Float64Array.from({ length: 500 }, (_, i) => i % 5 ? 1 : 0),
  );
  const floor = wasserstein.noChangeFloor(column, 100);
  const expected = 1.959964 * Math.sqrt(1 / 500 + 1 / 100);
  assert.ok(Math.abs(floor / expected - 1) < 0.02, `${floor} instead of ${expected}`);
});
