import assert from "node:assert/strict";
import { chiSquare } from "./chi_square.ts";
import { columnSample } from "./column_sample.ts";
import { referenceColumn } from "./reference_column.ts";

Deno.test("chiSquare is Pearson's statistic over the sample sizes by hand", () => {
  // 10 20 | 20 10: every cell is 5 from the 15 expected, 4 * 25 / 15; times 1/30 + 1/30.
  const column = referenceColumn(
    "beds",
    Float64Array.from({ length: 30 }, (_, i) => i < 10 ? 2 : 4),
  );
  const current = Float64Array.from({ length: 30 }, (_, i) => i < 20 ? 2 : 4);
  const value = chiSquare.compute(column, columnSample(current));
  assert.ok(Math.abs(value - (100 / 15) * (2 / 30)) < 1e-12, `${value}`);
});

Deno.test("chiSquare of sides without a common bin is 1 / p + 1 / q of their shares of all", () => {
  const column = referenceColumn("beds", Float64Array.of(2, 2, 2));
  const value = chiSquare.compute(column, columnSample(Float64Array.of(4)));
  assert.ok(Math.abs(value - (4 / 3 + 4 / 1)) < 1e-12, `${value}`);
});
