import assert from "node:assert/strict";
import { asRecords, testInputForm } from "./conformance.ts";
import { instances } from "./instances.ts";

testInputForm(instances, asRecords);

Deno.test("instances reads rows in the order of the model's columns", () => {
  const x = instances.toMatrix([[1, 2], [null, 4]], ["a", "b"]);
  assert.deepEqual([...x.values], [1, 2, NaN, 4]);
});

Deno.test("instances names a ragged row, a mistyped value and a change of form", () => {
  assert.throws(() => instances.toMatrix([[1, 2, 3]], ["a", "b"]), {
    message: "Cannot read instances[0]: expected 2 values, got 3",
  });
  assert.throws(() => instances.toMatrix([[1, 2], [3, "4"]], ["a", "b"]), {
    message: 'Cannot read instances[1][1] (column "b"): expected a number or null, got "4"',
  });
  assert.throws(() => instances.toMatrix([[1, 2], { a: 1, b: 2 }], ["a", "b"]), {
    message: "Cannot read instances[1]: expected a list of 2 values, got an object",
  });
});
