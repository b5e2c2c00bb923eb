import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { columnSlice } from "./column_slice.ts";

const x = matrix(["a", "b", "c"], [1, 2, 3, 4, NaN, 6, 7, 8, 9]);

Deno.test("columnSlice() keeps gaps in their places", () => {
  assert.deepEqual(columnSlice(x, 1), Float32Array.of(2, NaN, 8));
  assert.deepEqual(columnSlice(matrix(["a"], []), 0), new Float32Array(0));
});

Deno.test("columnSlice() takes the rows asked for, in their order, also twice or none", () => {
  assert.deepEqual(columnSlice(x, 2, Uint32Array.of(2, 0, 2)), Float32Array.of(9, 3, 9));
  assert.deepEqual(columnSlice(x, 0, new Uint32Array(0)), new Float32Array(0));
});
