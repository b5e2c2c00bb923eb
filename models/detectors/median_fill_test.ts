import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { columnMedians, withoutGaps } from "./median_fill.ts";

Deno.test("columnMedians() skips what is missing and halves the two in the middle", () => {
  const x = matrix(["a", "b", "c"], [9, NaN, 1, 1, NaN, NaN, NaN, NaN, 3, 4, NaN, NaN]);
  assert.deepEqual(columnMedians(x), [4, 0, 2]);
});

Deno.test("withoutGaps() fills a copy, rounded to float32", () => {
  const x = matrix(["a", "b"], [NaN, 1, 2, NaN]);
  const filled = withoutGaps(x, [1 + 2 ** -24, 0.1]);
  assert.deepEqual([...filled.values], [1, 1, 2, Math.fround(0.1)]);
  assert.ok(Number.isNaN(x.values[0]));
});
