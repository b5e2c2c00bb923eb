import assert from "node:assert/strict";
import { rowsToMatrix, tensorToMatrix } from "./rows.ts";

Deno.test("rowsToMatrix() puts the sent order into the model's order", () => {
  const x = rowsToMatrix([[1, 2, 3]], ["c", "a", "b"], [2, 0, 1], "data");
  assert.deepEqual([...x.values], [3, 1, 2]);
});

Deno.test("rowsToMatrix() names row, place and column of a value it cannot read", () => {
  assert.throws(() => rowsToMatrix([[1, 2], [3, {}]], ["b", "a"], [1, 0], "data"), {
    message: 'Cannot read data[1][1] (column "b"): expected a number or null, got an object',
  });
});

Deno.test("tensorToMatrix() refuses a list of numbers", () => {
  assert.throws(() => tensorToMatrix([1, 2], ["a", "b"], "inputs"), {
    message: "Cannot read inputs[0]: expected a list of 2 values, got 1",
  });
});

Deno.test("tensorToMatrix() reads zero rows", () => {
  assert.deepEqual(tensorToMatrix([], ["a"], "inputs"), {
    columns: ["a"],
    rows: 0,
    values: new Float32Array(0),
  });
});
