import assert from "node:assert/strict";
import { openDatabase } from "./database.ts";

Deno.test("appendColumns() writes text, numbers, integers, booleans, times and NULL", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(
    "CREATE TABLE t (m VARCHAR, ts TIMESTAMP, kwh DOUBLE, n BIGINT, beds INTEGER, ok BOOLEAN)",
  );
  await db.append("t", {
    ok: [true, null],
    beds: [4, null],
    n: [9_007_199_254_740_991, null],
    kwh: new Float64Array([0.1, NaN]),
    ts: [Date.UTC(2020, 0, 1), null],
    m: ["r'1", null],
  });
  assert.deepEqual(await db.rows("SELECT * FROM t"), [
    { m: "r'1", ts: Date.UTC(2020, 0, 1), kwh: 0.1, n: 9_007_199_254_740_991, beds: 4, ok: true },
    { m: null, ts: null, kwh: NaN, n: null, beds: null, ok: null },
  ]);
});

Deno.test("appendColumns() writes more rows than one chunk holds, in order", async () => {
  await using db = await openDatabase();
  await db.run("CREATE TABLE t (i INTEGER)");
  const values = Int32Array.from({ length: 5000 }, (_, i) => i * 2);
  await db.append("t", { i: values });
  assert.deepEqual((await db.columns("SELECT i FROM t")).numbers("i"), Float64Array.from(values));
});

Deno.test("appendColumns() appends nothing from empty columns", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE t (kwh DOUBLE)");
  await db.append("t", { kwh: [] });
  assert.deepEqual(await db.rows("SELECT count(*) AS n FROM t"), [{ n: 0 }]);
});

Deno.test("appendColumns() names missing, extra and ragged columns", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE t (a DOUBLE, b DOUBLE)");
  await assert.rejects(db.append("t", { a: [1], c: [1] }), {
    name: "RangeError",
    message: "Cannot append columns that differ from the table's: expected [a, b], got [a, c]",
  });
  await assert.rejects(db.append("t", { a: [1, 2], b: [1] }), {
    name: "RangeError",
    message: 'Cannot append columns of different lengths: "a" has 2 values, "b" has 1',
  });
});

Deno.test("appendColumns() refuses a value that does not fit, naming column and row", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE t (beds INTEGER)");
  await assert.rejects(db.append("t", { beds: [2, 2.5] }), {
    name: "TypeError",
    message: 'Cannot append to column "beds" of type INTEGER: value 2.5 at row 1 does not fit',
  });
  await assert.rejects(db.append("t", { beds: ["two"] }), TypeError);
  assert.deepEqual(await db.rows("SELECT count(*) AS n FROM t"), [{ n: 0 }]);
});

Deno.test("appendColumns() appends nothing when a late value does not fit, then or later", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE t (kwh DOUBLE)");
  const values: (number | null)[] = Array.from({ length: 9000 }, (_, i) => i);
  const wrong = [...values.slice(0, 8000), "x", ...values.slice(8001)] as number[];
  await assert.rejects(db.append("t", { kwh: wrong }), {
    name: "TypeError",
    message: 'Cannot append to column "kwh" of type DOUBLE: value "x" at row 8000 does not fit',
  });
  // Making garbage until the refused appender is collected, as its end would write its rows.
  for (let round = 0; round < 20; round++) {
    await db.append("t", { kwh: [] });
    new Float64Array(1e6).fill(round);
  }
  assert.deepEqual(await db.rows("SELECT count(*) AS n FROM t"), [{ n: 0 }]);
  await db.append("t", { kwh: values });
  assert.deepEqual(await db.rows("SELECT count(*) AS n FROM t"), [{ n: 9000 }]);
});

Deno.test("appendColumns() refuses an integer outside its type and takes both ends", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE t (a TINYINT, b SMALLINT, c INTEGER)");
  const ends = { a: [-128, 127], b: [-32_768, 32_767], c: [-2_147_483_648, 2_147_483_647] };
  await db.append("t", ends);
  for (const [name, [low, high]] of Object.entries(ends)) {
    for (const value of [low - 1, high + 1]) {
      await assert.rejects(db.append("t", { a: [0], b: [0], c: [0], [name]: [value] }), {
        name: "TypeError",
        message: new RegExp(`column "${name}" .* value ${value} at row 0 does not fit`),
      });
    }
  }
  assert.deepEqual(await db.rows("FROM t"), [
    { a: -128, b: -32_768, c: -2_147_483_648 },
    { a: 127, b: 32_767, c: 2_147_483_647 },
  ]);
});
