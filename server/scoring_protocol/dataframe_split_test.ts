import assert from "node:assert/strict";
import { testInputForm } from "./conformance.ts";
import { dataframeSplit } from "./dataframe_split.ts";
import { SignatureError } from "./signature_error.ts";

testInputForm(dataframeSplit, (columns, data) => ({ columns, data }));

Deno.test("dataframe_split reads zero rows", () => {
  assert.equal(dataframeSplit.toMatrix({ columns: ["a"], data: [] }, ["a"]).rows, 0);
});

Deno.test("dataframe_split accepts an index, a label for each row, and no other key", () => {
  const frame = { columns: ["a"], data: [[1]] };
  for (const index of [[0], ["x"], null]) {
    assert.deepEqual([...dataframeSplit.toMatrix({ ...frame, index }, ["a"]).values], [1]);
  }
  assert.throws(() => dataframeSplit.toMatrix({ ...frame, index: ["x", "y"] }, ["a"]), {
    message: "Cannot read dataframe_split.index: expected 1 labels, as many as rows, got 2",
  });
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

Deno.test("dataframe_split takes no columns, numbers and a repeated one for a wrong signature", () => {
  const field = "dataframe_split.columns";
  const missing = new SignatureError(field, 'column "a" is missing');
  assert.throws(() => dataframeSplit.toMatrix({ data: [[1]] }, ["a"]), missing);
  assert.throws(() => dataframeSplit.toMatrix({ columns: [0], data: [[1]] }, ["a"]), missing);
  assert.throws(
    () => dataframeSplit.toMatrix({ columns: ["a", "a"], data: [] }, ["a"]),
    new SignatureError(field, 'column "a" is repeated'),
  );
  assert.throws(() => dataframeSplit.toMatrix({ columns: "a", data: [] }, ["a"]), {
    message: 'Cannot read dataframe_split.columns: expected a list of text, got "a"',
  });
});
