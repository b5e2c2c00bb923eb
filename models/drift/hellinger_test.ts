import assert from "node:assert/strict";
import { columnSample } from "./column_sample.ts";
import { hellinger } from "./hellinger.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("hellinger is the distance of the roots of shares by hand", () => {
  // Shares 1/4, 3/4 before; 1, 0 now: 1 - sqrt(1/4) under the root.
  const column = referenceColumn("beds", Float64Array.of(2, 4, 4, 4));
  const value = hellinger.compute(column, columnSample(Float64Array.of(2, 2)));
  assert.ok(Math.abs(value - Math.sqrt(1 / 2)) < 1e-12, `${value}`);
});

Deno.test("hellinger is 1 where all values went missing", () => {
  const column = referenceColumn("beds", Float64Array.of(2, 4));
  const value = hellinger.compute(column, columnSample(Float64Array.of(NaN)));
  assert.ok(Math.abs(value - 1) < 1e-12, `${value}`);
});

Deno.test("hellinger has the chi-square floor on its scale", () => {
  const column = referenceColumn("beds", Float64Array.from({ length: 40 }, (_, i) => i % 10));
  const floor = hellinger.noChangeFloor(column, 20);
  assert.ok(Math.abs(floor / Math.sqrt(16.919 * (1 / 40 + 1 / 20) / 8) - 1) < 0.002, `${floor}`);
});
