import assert from "node:assert/strict";
import { testInputForm } from "./conformance.ts";
import { inputs } from "./inputs.ts";

testInputForm(
  inputs,
  (columns, rows) =>
    Object.fromEntries(columns.map((name, j) => [name, rows.map((row) => row[j])])),
);

Deno.test("inputs reads the tensor of all features, bare or named", () => {
  for (const value of [[[1, 2], [null, 4]], { features: [[1, 2], [null, 4]] }]) {
    assert.deepEqual([...inputs.toMatrix(value, ["a", "b"]).values], [1, 2, NaN, 4]);
  }
});

Deno.test("inputs names the column whose length differs", () => {
  assert.throws(() => inputs.toMatrix({ a: [1, 2], b: [3] }, ["a", "b"]), {
    message: 'Cannot read inputs.b: expected 2 values as in "a", got 1',
  });
});

Deno.test("inputs names a column that is no list and a ragged tensor", () => {
  assert.throws(() => inputs.toMatrix({ a: 1 }, ["a"]), {
    message: "Cannot read inputs.a: expected a list of values, got 1",
  });
  assert.throws(() => inputs.toMatrix({ features: [[1]] }, ["a", "b"]), {
    message: "Cannot read inputs.features[0]: expected 2 values, got 1",
  });
});
