import assert from "node:assert/strict";
import { columnsToMatrix } from "./columns.ts";

Deno.test("columnsToMatrix() reads one row where no column is a list", () => {
  const x = columnsToMatrix({ b: null, a: "1", c: [1, 2] }, ["a", "b"], "inputs");
  assert.deepEqual([x.rows, ...x.values], [1, 1, NaN]);
});

Deno.test("columnsToMatrix() reads lists of no values as zero rows, whatever stands beside", () => {
  assert.equal(columnsToMatrix({ a: [], b: 1 }, ["a", "b"], "inputs").rows, 0);
});

Deno.test("columnsToMatrix() names a column of another length and a value that is a list", () => {
  assert.throws(() => columnsToMatrix({ a: [1, 2], b: [1] }, ["a", "b"], "inputs"), {
    message: 'Cannot read inputs.b: expected 2 values as in "a", got 1',
  });
  assert.throws(() => columnsToMatrix({ a: [[1]], b: [1] }, ["a", "b"], "inputs"), {
    message: "Cannot read inputs.a[0]: expected a number or null, got a list",
  });
});
