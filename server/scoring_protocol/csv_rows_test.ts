import assert from "node:assert/strict";
import { csvToMatrix } from "./csv_rows.ts";
import { SignatureError } from "./signature_error.ts";

Deno.test("csvToMatrix() reads columns by name, quoted or not, and leaves others unread", () => {
  const x = csvToMatrix('"b",room,a\r\n2,b1,1\r\n"",, -3.5e-1\r\n', ["a", "b"]);
  assert.deepEqual([...x.values], [1, 2, Math.fround(-0.35), NaN]);
});

Deno.test("csvToMatrix() skips blank lines and takes the first of columns of one name", () => {
  const x = csvToMatrix("\n \na,b,a\n\n1,2,9\n\n3,4,9\n", ["a", "b"]);
  assert.deepEqual([...x.values], [1, 2, 3, 4]);
});

Deno.test("csvToMatrix() reads a header alone as zero rows", () => {
  assert.equal(csvToMatrix("a,b\n", ["a", "b"]).rows, 0);
  assert.throws(() => csvToMatrix("\n", ["a"]), {
    status: 400,
    message: "Cannot read the CSV header: expected names of columns, got none",
  });
});

Deno.test("csvToMatrix() names line and column of what is no number", () => {
  assert.throws(() => csvToMatrix("b,a\n2,1\n3,noon\n", ["a", "b"]), {
    status: 400,
    message: 'Cannot read CSV line 3, column "a": expected a number or an empty cell, got "noon"',
  });
});

Deno.test("csvToMatrix() makes a number beyond float32 infinite", () => {
  assert.deepEqual([...csvToMatrix("a\n1e39\n-1e39\n", ["a"]).values], [Infinity, -Infinity]);
});

Deno.test("csvToMatrix() names a ragged line and a missing column", () => {
  for (const [text, got] of [["a,b\n1,2\n3\n", 1], ["a,b\n1,2\n3,4,5\n", 3]] as const) {
    assert.throws(() => csvToMatrix(text, ["a", "b"]), {
      message: `Cannot read CSV line 3: expected 2 values, got ${got}`,
    });
  }
  assert.throws(
    () => csvToMatrix("a, b\n1,2\n", ["a", "b"]),
    new SignatureError("the CSV header", 'column "b" is missing'),
  );
});
