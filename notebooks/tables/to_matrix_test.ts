import assert from "node:assert/strict";
import { table } from "./from_rows.ts";
import { toMatrix } from "./to_matrix.ts";

const rows = table([
  { room: "a", at: new Date(0), kwh: 1, let: true },
  { room: "b", at: new Date(1), kwh: null, let: null },
]);

Deno.test("toMatrix() takes numbers and booleans unless told which, missing ones as NaN", () => {
  assert.deepEqual(toMatrix(rows), {
    columns: ["kwh", "let"],
    rows: 2,
    values: new Float32Array([1, 1, NaN, NaN]),
  });
});

Deno.test("toMatrix() takes the wanted columns in the wanted order", () => {
  assert.deepEqual(toMatrix(rows, ["at", "kwh"]).values, new Float32Array([0, 1, 1, NaN]));
});

Deno.test("toMatrix() refuses text, unknown columns and none", () => {
  assert.throws(() => toMatrix(rows, ["room"]), TypeError);
  assert.throws(() => toMatrix(rows, ["gone"]), RangeError);
  assert.throws(() => toMatrix(table([{ room: "a" }])), {
    name: "RangeError",
    message: "Cannot build a matrix without columns",
  });
});
