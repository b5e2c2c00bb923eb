import assert from "node:assert/strict";
import fc from "fast-check";
import { openDatabase } from "./duckdb/mod.ts";
import { sqlString } from "./sql_string.ts";

Deno.test("sqlString() doubles quotes and leaves the rest alone", () => {
  assert.equal(sqlString(""), "''");
  assert.equal(sqlString("a'b\\n;--"), "'a''b\\n;--'");
});

Deno.test("sqlString() refuses a NUL character", () => {
  assert.throws(() => sqlString("a\0b"), {
    name: "RangeError",
    message: 'Cannot quote a string with a NUL character: current value is "a\\u0000b"',
  });
});

Deno.test("sqlString() is read back by DuckDB as the same text", async () => {
  await using db = await openDatabase({ threads: 1 });
  const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const rows = await db.rows<{ value: string }>(`SELECT ${sqlString(value)} AS value`);
      assert.deepEqual(rows, [{ value }]);
    }),
    { seed: 1, numRuns: 50 },
  );
});
