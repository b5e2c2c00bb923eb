import assert from "node:assert/strict";
import { from } from "arquero";
import { table } from "./table_of_rows.ts";

Deno.test("table() holds numbers, times and booleans as such, anything mixed as text", () => {
  const rows = table([
    { n: 1, big: 2n, at: new Date(5), yes: true, mixed: 1, list: [1] },
    { n: null, big: 3n, at: undefined, yes: false, mixed: "x", list: null },
  ]);
  assert.deepEqual(rows.columns.map(({ name, type, kind }) => [name, type, kind]), [
    ["n", "DOUBLE", "number"],
    ["big", "DOUBLE", "number"],
    ["at", "TIMESTAMP", "time"],
    ["yes", "BOOLEAN", "boolean"],
    ["mixed", "VARCHAR", "text"],
    ["list", "VARCHAR", "text"],
  ]);
  assert.deepEqual(rows.objects() as unknown, [
    { n: 1, big: 2, at: 5, yes: true, mixed: "1", list: "[1]" },
    { n: NaN, big: 3, at: NaN, yes: false, mixed: "x", list: null },
  ]);
});

Deno.test("table() takes an Arquero table, and any iterable", () => {
  const arquero = from([{ room: "a", kwh: 1 }, { room: "b", kwh: 4 }]).filter((d) => d.kwh > 2);
  assert.deepEqual(table(arquero).objects(), [{ room: "b", kwh: 4 }]);
  assert.deepEqual([...table(new Set([{ i: 1 }]))], [{ i: 1 }]);
});

Deno.test("table() of no rows has no columns", () => {
  const none = table([]);
  assert.deepEqual([none.rows, none.columns], [0, []]);
});

Deno.test("table() names an unknown column and refuses the wrong kind", () => {
  const rows = table([{ a: 1, b: "x" }]);
  assert.throws(() => rows.numbers("c"), {
    name: "RangeError",
    message: 'Cannot find column "c": the table has [a, b]',
  });
  assert.throws(() => rows.numbers("b"), { name: "TypeError", message: /it holds text/ });
  assert.throws(() => rows.texts("a"), { name: "TypeError", message: /it holds numbers/ });
});
