import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { columnValues } from "./column_values.ts";

Deno.test("columnValues() skips missing values and keeps the row order", () => {
  const x = matrix(["a", "b"], [3, NaN, 1, 5, 2, NaN]);
  assert.deepEqual([...columnValues(x, 0)], [3, 1, 2]);
  assert.deepEqual([...columnValues(x, 1)], [5]);
});

Deno.test("columnValues() leaves the matrix alone when its values are sorted", () => {
  const x = matrix(["a"], [3, 1, 2]);
  columnValues(x, 0).sort();
  assert.deepEqual([...x.values], [3, 1, 2]);
});

Deno.test("columnValues() of a column without values is empty", () => {
  assert.equal(columnValues(matrix(["a"], [NaN, NaN]), 0).length, 0);
  assert.equal(columnValues(matrix(["a"], []), 0).length, 0);
});
