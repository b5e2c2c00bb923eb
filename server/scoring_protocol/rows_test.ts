import assert from "node:assert/strict";
import { rowsToMatrix } from "./rows.ts";

Deno.test("rowsToMatrix() puts the sent order into the model's order and leaves other columns", () => {
  const x = rowsToMatrix([[1, "a", 2, 3], [4, {}, 5, 6]], ["c", "a", "b"], [2, 0, 3], 4, "data");
  assert.deepEqual([...x.values], [2, 1, 3, 5, 4, 6]);
});

Deno.test("rowsToMatrix() names row, place and column of a value it cannot read", () => {
  assert.throws(() => rowsToMatrix([[1, 2], [3, {}]], ["b", "a"], [1, 0], 2, "data"), {
    message: 'Cannot read data[1][1] (column "b"): expected a number or null, got an object',
  });
});

Deno.test("rowsToMatrix() refuses a list of numbers, and a row that leaves a value out", () => {
  const read = (value: unknown) => () => rowsToMatrix(value, ["a", "b"], [0, 1], 2, "data");
  assert.throws(read([1, 2]), {
    message: "Cannot read data[0]: expected a list of 2 values, got 1",
  });
  assert.throws(read([[1, 2], [1]]), { message: "Cannot read data[1]: expected 2 values, got 1" });
});
