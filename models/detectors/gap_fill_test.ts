import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fillGaps } from "./gap_fill.ts";

Deno.test("fillGaps() carries the last value on, and the first one back", () => {
  const x = matrix(["a", "b", "c", "d", "e"], [NaN, NaN, 3, NaN, 5, 1, NaN, NaN, 4, NaN]);
  assert.deepEqual([...fillGaps(x)], [3, 3, 3, 3, 5, 1, 1, 1, 4, 4]);
});

Deno.test("fillGaps() carries nothing from one row to the next", () => {
  const x = matrix(["a", "b"], [1, 7, NaN, NaN, NaN, 2]);
  assert.deepEqual([...fillGaps(x)], [1, 7, 0, 0, 2, 2]);
});

Deno.test("fillGaps() leaves its input as it was", () => {
  const x = matrix(["a", "b"], [1, NaN]);
  fillGaps(x);
  assert.deepEqual([...x.values], [1, NaN]);
});
