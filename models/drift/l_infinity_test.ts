import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { lInfinity } from "./l_infinity.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("lInfinity is the largest change of a share, that of missing values included", () => {
  const column = referenceColumn("beds", Float64Array.of(2, 2, 4, 6));
  const score = (...values: number[]) =>
    lInfinity.compute(column, columnSample(Float64Array.from(values)));
  assert.equal(score(2, 2, 6, 6), 0.25);
  assert.equal(score(2, NaN, NaN, NaN), 0.75);
  assert.equal(score(9), 1);
});

Deno.test("lInfinity has the normal quantile of a single share for the floor of two bins", () => {
  const column = referenceColumn(
    "beds",
    Float64Array.from({ length: 500 }, (_, i) => i % 5 ? 2 : 4),
  );
  // Both shares change by the same: 1.96 standard deviations of 1/5.
  const floor = lInfinity.noChangeFloor(column, 100);
  const expected = 1.959964 * Math.sqrt((1 / 500 + 1 / 100) * 0.2 * 0.8);
  assert.ok(Math.abs(floor - expected) < 1e-6, `${floor} instead of ${expected}`);
});

Deno.test("lInfinity has Šidák's quantile for the floor of many even bins", () => {
  const column = referenceColumn("hour", Float64Array.from({ length: 2400 }, (_, i) => i % 24));
  // 0.95 to the 1/23 is 0.9977723: a normal value is within 3.0590 so often.
  const floor = lInfinity.noChangeFloor(column, 240);
  const expected = 3.059 * Math.sqrt((1 / 2400 + 1 / 240) * (1 / 24) * (23 / 24));
  assert.ok(Math.abs(floor / expected - 1) < 1e-3, `${floor} instead of ${expected}`);
});
