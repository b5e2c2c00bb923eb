import assert from "node:assert/strict";
import { testInputForm } from "./conformance.ts";
import { dataframeSplit } from "./dataframe_split.ts";

testInputForm(dataframeSplit, (columns, data) => ({ columns, data }));

Deno.test("dataframe_split accepts an index and no other key", () => {
  const frame = { columns: ["a"], data: [[1]], index: [0] };
  assert.deepEqual([...dataframeSplit.toMatrix(frame, ["a"]).values], [1]);
  assert.throws(() => dataframeSplit.toMatrix({ ...frame, dtype: "f4" }, ["a"]), {
    message: "Cannot read dataframe_split.dtype: expected no keys but columns, data and index",
  });
});

Deno.test("dataframe_split names a ragged row", () => {
  const frame = { columns: ["a", "b"], data: [[1, 2], [3]] };
  assert.throws(() => dataframeSplit.toMatrix(frame, ["a", "b"]), {
    message: "Cannot read dataframe_split.data[1]: expected 2 values, got 1",
  });
});

Deno.test("dataframe_split refuses repeated columns and columns that are no names", () => {
  assert.throws(() => dataframeSplit.toMatrix({ columns: ["a", "a"], data: [] }, ["a"]), {
    message: 'Cannot read dataframe_split.columns: column "a" is repeated',
  });
  assert.throws(() => dataframeSplit.toMatrix({ columns: [0], data: [] }, ["a"]), {
    message: "Cannot read dataframe_split.columns: expected a list of text, got a list",
  });
});

Deno.test("dataframe_split refuses a frame without data", () => {
  assert.throws(() => dataframeSplit.toMatrix({ columns: ["a"] }, ["a"]), {
    message: "Cannot read dataframe_split.data: expected a list of rows, got nothing",
  });
});
