import assert from "node:assert/strict";
import fc from "fast-check";
import { columnOrder } from "./column_order.ts";

Deno.test("columnOrder() finds each model column in any permutation", () => {
  const columns = ["a", "b", "c", "d"];
  const permutation = fc.shuffledSubarray(columns, { minLength: 4 });
  fc.assert(fc.property(permutation, (given) => {
    assert.deepEqual(columnOrder(given, columns, "columns").map((at) => given[at]), columns);
  }));
});

Deno.test("columnOrder() names the first repeated, unknown or missing column", () => {
  assert.throws(() => columnOrder(["a", "a"], ["a"], "columns"), {
    message: 'Cannot read columns: column "a" is repeated',
  });
  assert.throws(() => columnOrder(["a", ""], ["a"], "columns"), {
    message: 'Cannot read columns: column "" is unknown to the model',
  });
  assert.throws(() => columnOrder([], ["a", "b"], "columns"), {
    message: 'Cannot read columns: column "a" is missing',
  });
});
