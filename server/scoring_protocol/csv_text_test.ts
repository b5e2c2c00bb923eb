import assert from "node:assert/strict";
import fc from "fast-check";
import { csvRecords } from "./csv_text.ts";

Deno.test("csvRecords() counts the lines inside quotes", () => {
  assert.deepEqual([...csvRecords('a,"b\nc"\r\n1,2')], [
    { line: 1, cells: ["a", "b\nc"] },
    { line: 3, cells: ["1", "2"] },
  ]);
});

Deno.test("csvRecords() gives one empty cell for an empty text", () => {
  assert.deepEqual([...csvRecords("")], [{ line: 1, cells: [""] }]);
});

Deno.test("csvRecords() refuses an open quote and text after a quote", () => {
  assert.throws(() => [...csvRecords('a\n"b')], {
    status: 400,
    message: "Cannot read CSV line 2: a quote is never closed",
  });
  assert.throws(() => [...csvRecords('"a"b')], {
    message: "Cannot read CSV line 1: a quote is out of place",
  });
  assert.throws(() => [...csvRecords('a"b')], {
    message: "Cannot read CSV line 1: a quote is out of place",
  });
});

Deno.test("csvRecords() gives back what was quoted", () => {
  const table = fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 });
  fc.assert(fc.property(table, (rows) => {
    const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join()).join(
      "\n",
    );
    assert.deepEqual([...csvRecords(text)].map((record) => record.cells), rows);
  }));
});

Deno.test("csvRecords() walks over megabytes of line ends in linear time", () => {
  assert.equal([...csvRecords("\n".repeat(1_000_000) + "a")].length, 1_000_001);
});

Deno.test("csvRecords() refuses a cell of more than 1000 characters, quoted or not", () => {
  assert.equal([...csvRecords(`a\n${"1".repeat(1_000)}`)].length, 2);
  for (const cell of ["1".repeat(5_000_000), `"${"\n".repeat(4_999_998)}"`]) {
    assert.throws(() => [...csvRecords(`a\n${cell}`)], {
      status: 400,
      message: "Cannot read CSV line 2: expected cells of at most 1000 characters, got 5000000",
    });
  }
});
