import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { referenceRow } from "./reference_row.ts";

Deno.test("referenceRow() takes the median of what is there", () => {
  const x = matrix(["a", "b", "c"], [5, NaN, NaN, 1, NaN, 4, 9, NaN, 8]);
  const row = referenceRow(x);
  assert.deepEqual([...row], [5, NaN, 6]);
});

Deno.test("referenceRow() of no rows knows nothing", () => {
  assert.deepEqual([...referenceRow(matrix(["a"], []))], [NaN]);
});
