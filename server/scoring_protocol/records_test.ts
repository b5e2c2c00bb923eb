import assert from "node:assert/strict";
import { recordsToMatrix } from "./records.ts";
import { SignatureError } from "./signature_error.ts";

Deno.test("recordsToMatrix() takes each record's keys in their own order", () => {
  const x = recordsToMatrix([{ a: 1, b: 2 }, { b: 4, a: 3, c: "x" }], ["a", "b"], "instances");
  assert.deepEqual([...x.values], [1, 2, 3, 4]);
});

Deno.test("recordsToMatrix() refuses null among the records, and a record that forgets a column", () => {
  assert.throws(() => recordsToMatrix([{ a: 1 }, null], ["a"], "instances"), {
    message: "Cannot read instances[1]: expected an object, got null",
  });
  assert.throws(() => recordsToMatrix([{ a: 1 }, {}], ["a"], "instances"), {
    message: 'Cannot read instances[1]: column "a" is missing',
  });
});

Deno.test("recordsToMatrix() knows no column where there is no record", () => {
  assert.throws(
    () => recordsToMatrix([], ["a"], "inputs"),
    new SignatureError(
      "inputs",
      "expected records, each with the model's columns, got an empty list",
    ),
  );
});

Deno.test("recordsToMatrix() reads a column called __proto__ as sent", () => {
  const records = JSON.parse('[{"__proto__": 5}]');
  assert.deepEqual([...recordsToMatrix(records, ["__proto__"], "instances").values], [5]);
});
