import assert from "node:assert/strict";
import { SignatureError } from "./signature_error.ts";
import { tableToMatrix } from "./table.ts";

Deno.test("tableToMatrix() reads records and columns alike", () => {
  for (const value of [[{ b: 2, a: 1 }, { a: 3, b: null }], { a: [1, 3], b: [2, null] }]) {
    assert.deepEqual([...tableToMatrix(value, ["a", "b"], "inputs").values], [1, 2, 3, NaN]);
  }
});

Deno.test("tableToMatrix() takes a tensor, or a value, for a table that lacks the columns", () => {
  const records = "expected records, each with the model's columns, got";
  for (
    const [value, message] of [
      [[[1, 2]], `${records} a list first`],
      [[1, 2], `${records} 1 first`],
      [{ features: [[1, 2]] }, 'column "a" is missing'],
      [7, "expected an object or a list, got 7"],
      [null, "expected an object or a list, got null"],
    ] as const
  ) {
    assert.throws(
      () => tableToMatrix(value, ["a", "b"], "inputs"),
      new SignatureError("inputs", message),
    );
  }
});
