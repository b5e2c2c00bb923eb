import assert from "node:assert/strict";
import { csvToMatrix } from "./csv_rows.ts";

Deno.test("csvToMatrix() reads columns by name, quoted or not, and empty cells as missing", () => {
  const x = csvToMatrix('"b",a\r\n2,1\r\n"", -3.5e-1\r\n', ["a", "b"]);
  assert.deepEqual([...x.values], [1, 2, Math.fround(-0.35), NaN]);
});

Deno.test("csvToMatrix() reads a header alone as zero rows", () => {
  assert.equal(csvToMatrix("a,b\n", ["a", "b"]).rows, 0);
});

Deno.test("csvToMatrix() names line and column of text, NaN, hexadecimals and a huge number", () => {
  for (const text of ["x", "NaN", "nan", "Infinity", "0x10", "1_000", "1 2", "."]) {
    assert.throws(() => csvToMatrix(`a,b\n1,2\n3,${text}\n`, ["a", "b"]), {
      message:
        `Cannot read CSV line 3, column "b": expected a number or an empty cell, got "${text}"`,
    });
  }
  assert.throws(() => csvToMatrix("a\n1e39\n", ["a"]), {
    message:
      'Cannot read CSV line 2, column "a": expected a number in the range of float32, got 1e+39',
  });
});

Deno.test("csvToMatrix() names a ragged line, a missing and an unknown column", () => {
  assert.throws(() => csvToMatrix("a,b\n1,2\n3\n", ["a", "b"]), {
    message: "Cannot read CSV line 3: expected 2 values, got 1",
  });
  assert.throws(() => csvToMatrix("a\n1\n", ["a", "b"]), {
    message: 'Cannot read the CSV header: column "b" is missing',
  });
  assert.throws(() => csvToMatrix(",a\n0,1\n", ["a"]), {
    message: 'Cannot read the CSV header: column "" is unknown to the model',
  });
});
