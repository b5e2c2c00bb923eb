import assert from "node:assert/strict";
import { heldColumns } from "./held_columns.ts";

const kwh = new Float64Array([1, 2]);
const columns = heldColumns([
  { name: "kwh", type: "DOUBLE", values: kwh },
  { name: "room", type: "VARCHAR", values: ["a", null] },
]);

Deno.test("heldColumns() gives the very arrays, by name", () => {
  assert.equal(columns.numbers("kwh"), kwh);
  assert.deepEqual(columns.texts("room"), ["a", null]);
  assert.deepEqual(columns.types, ["DOUBLE", "VARCHAR"]);
});

Deno.test("heldColumns() names an unknown column and refuses the wrong kind", () => {
  assert.throws(() => columns.numbers("c"), {
    name: "RangeError",
    message: 'Cannot find column "c": expected one of kwh, room',
  });
  assert.throws(() => columns.numbers("room"), {
    name: "TypeError",
    message: 'Cannot read column "room" as numbers: it holds text',
  });
  assert.throws(() => columns.texts("kwh"), {
    name: "TypeError",
    message: 'Cannot read column "kwh" as text: it holds numbers',
  });
});

Deno.test("heldColumns() refuses columns of different lengths", () => {
  assert.throws(
    () =>
      heldColumns([
        { name: "a", type: "DOUBLE", values: kwh },
        { name: "b", type: "VARCHAR", values: [] },
      ]),
    {
      name: "RangeError",
      message: 'Cannot make a table of columns of different lengths: "a" has 2 values, "b" has 0',
    },
  );
});
