import assert from "node:assert/strict";
import fc from "fast-check";
import { columnOrder } from "./column_order.ts";
import { SignatureError } from "./signature_error.ts";

Deno.test("columnOrder() finds each model column in any permutation, among others", () => {
  const columns = ["a", "b", "c", "d"];
  const permutation = fc.shuffledSubarray([...columns, "e", "f"], { minLength: 6 });
  fc.assert(fc.property(permutation, (given) => {
    assert.deepEqual(columnOrder(given, columns, "columns").map((at) => given[at]), columns);
  }));
});

Deno.test("columnOrder() takes the first of columns of one name", () => {
  assert.deepEqual(columnOrder(["b", "a", "b"], ["a", "b"], "columns"), [1, 0]);
});

Deno.test("columnOrder() names the first missing column", () => {
  assert.throws(
    () => columnOrder(["c", 7], ["a", "b"], "columns"),
    new SignatureError("columns", 'column "a" is missing'),
  );
});
