import assert from "node:assert/strict";
import { openDatabase } from "./database.ts";

Deno.test("readColumns() types numbers, times, booleans and text, with NULL kept apart", async () => {
  await using db = await openDatabase({ threads: 1 });
  const columns = await db.columns(`
    SELECT * FROM (VALUES
      ('r1', 1.5, 2::BIGINT, true, TIMESTAMP '1970-01-01 01:00:00', DATE '2020-01-01', 0.5::DECIMAL(4,2)),
      (NULL, NULL, NULL, NULL, NULL, NULL, NULL)
    ) AS t(meter_id, kwh, beds, weekend, ts, day, price)`);
  assert.deepEqual(columns.names, ["meter_id", "kwh", "beds", "weekend", "ts", "day", "price"]);
  assert.equal(columns.rows, 2);
  assert.deepEqual(columns.texts("meter_id"), ["r1", null]);
  assert.deepEqual(columns.texts("day"), ["2020-01-01", null]);
  assert.deepEqual(columns.numbers("kwh"), new Float64Array([1.5, NaN]));
  assert.deepEqual(columns.numbers("beds"), new Float64Array([2, NaN]));
  assert.deepEqual(columns.numbers("weekend"), new Float64Array([1, NaN]));
  assert.deepEqual(columns.numbers("ts"), new Float64Array([3_600_000, NaN]));
  assert.deepEqual(columns.numbers("price"), new Float64Array([0.5, NaN]));
});

Deno.test("readColumns() joins the chunks of a long result in order", async () => {
  await using db = await openDatabase();
  const rows = 300_000;
  const columns = await db.columns(`SELECT i, 'm' || (i % 3) AS m FROM range(${rows}) r(i)`);
  const expected = Float64Array.from({ length: rows }, (_, i) => i);
  assert.deepEqual(columns.numbers("i"), expected);
  assert.equal(columns.texts("m")[299_999], "m2");
});

Deno.test("readColumns() gives empty columns for no rows", async () => {
  await using db = await openDatabase({ threads: 1 });
  const columns = await db.columns("SELECT 1 AS a, 'x' AS b WHERE false");
  assert.equal(columns.rows, 0);
  assert.deepEqual(columns.numbers("a"), new Float64Array());
  assert.deepEqual(columns.texts("b"), []);
});

Deno.test("readColumns() names an unknown column and refuses the wrong kind", async () => {
  await using db = await openDatabase({ threads: 1 });
  const columns = await db.columns("SELECT 1 AS a, 'x' AS b");
  assert.throws(() => columns.numbers("c"), {
    name: "RangeError",
    message: 'Cannot find column "c": expected one of a, b',
  });
  assert.throws(() => columns.numbers("b"), {
    name: "TypeError",
    message: 'Cannot read column "b" as numbers: it holds text',
  });
  assert.throws(() => columns.texts("a"), {
    name: "TypeError",
    message: 'Cannot read column "a" as text: it holds numbers',
  });
});

Deno.test("readColumns() tells types, and writes what has no number as DuckDB does", async () => {
  await using db = await openDatabase({ threads: 1 });
  const columns = await db.columns(`
    SELECT [1, NULL] AS list, {'a': 1.5::DOUBLE} AS struct, INTERVAL 90 MINUTES AS gap,
      TIMESTAMP_NS '1970-01-01 00:00:01' AS ns, 7::UTINYINT AS small, TIME '06:30' AS time`);
  assert.deepEqual(columns.types, [
    "INTEGER[]",
    'STRUCT("a" DOUBLE)',
    "INTERVAL",
    "TIMESTAMP_NS",
    "UTINYINT",
    "TIME",
  ]);
  assert.deepEqual(columns.texts("list"), ["[1, NULL]"]);
  assert.deepEqual(columns.texts("struct"), ["{'a': 1.5}"]);
  assert.deepEqual(columns.texts("gap"), ["01:30:00"]);
  assert.deepEqual(columns.texts("time"), ["06:30:00"]);
  assert.deepEqual(columns.numbers("ns"), new Float64Array([1000]));
  assert.deepEqual(columns.numbers("small"), new Float64Array([7]));
});
