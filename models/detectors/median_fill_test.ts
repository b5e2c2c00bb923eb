import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { withoutGaps } from "./median_fill.ts";

Deno.test("withoutGaps() fills a copy, rounded to float32", () => {
  const x = matrix(["a", "b"], [NaN, 1, 2, NaN]);
  const filled = withoutGaps(x, [1 + 2 ** -24, 0.1]);
  assert.deepEqual([...filled.values], [1, 1, 2, Math.fround(0.1)]);
  assert.ok(Number.isNaN(x.values[0]));
});

Deno.test("withoutGaps() copies nothing where nothing is missing", () => {
  const x = matrix(["a"], [1, 2]);
  assert.equal(withoutGaps(x, [7]), x);
});
