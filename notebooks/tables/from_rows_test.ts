import assert from "node:assert/strict";
import { from } from "arquero";
import { table } from "./from_rows.ts";

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

Deno.test("table() takes arrays by column, and does not copy numbers", () => {
  const kwh = new Float64Array([1, NaN]);
  const rows = table({ kwh, room: ["a", "b"], n: new Int32Array([3, 4]) });
  assert.equal(rows.numbers("kwh"), kwh);
  assert.deepEqual(rows.objects() as unknown, [
    { kwh: 1, room: "a", n: 3 },
    { kwh: NaN, room: "b", n: 4 },
  ]);
  assert.throws(() => table({ a: [1], b: [] }), /columns of different lengths/);
});
