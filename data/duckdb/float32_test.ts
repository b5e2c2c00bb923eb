import assert from "node:assert/strict";
import { openDatabase } from "./database.ts";

Deno.test("readFloat32() keeps names, row order and NULL as NaN", async () => {
  await using db = await openDatabase({ threads: 1 });
  const x = await db.float32(`
    -- a header comment
    SELECT kwh, hour FROM (VALUES (0.1, 23), (NULL, 0)) AS t(kwh, hour) ORDER BY hour`);
  assert.deepEqual(x.names, ["kwh", "hour"]);
  assert.equal(x.rows, 2);
  assert.deepEqual(x.values, new Float32Array([NaN, 0, 0.1, 23]));
});

Deno.test("readFloat32() joins many chunks in the order of the query", async () => {
  await using db = await openDatabase();
  const rows = 200_001;
  const x = await db.float32(`SELECT i, i + 0.5 AS j FROM range(${rows}) r(i) ORDER BY i DESC`);
  assert.equal(x.rows, rows);
  const expected = Float32Array.from(
    { length: 2 * rows },
    (_, at) => rows - 1 - Math.floor(at / 2) + (at % 2) / 2,
  );
  assert.deepEqual(x.values, expected);
  assert.equal(x.values.buffer.byteLength, expected.byteLength);
});

Deno.test("readFloat32() gives an empty table for no rows", async () => {
  await using db = await openDatabase({ threads: 1 });
  const x = await db.float32("SELECT 1 AS a WHERE false");
  assert.deepEqual(x, { names: ["a"], rows: 0, values: new Float32Array() });
});

Deno.test("readFloat32() refuses a time, with DuckDB's message", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(db.float32("SELECT TIMESTAMP '2020-01-01' AS ts"), /TIMESTAMP -> DOUBLE/);
});

Deno.test("readFloat32() takes a number beyond float32 as missing and keeps the others", async () => {
  await using db = await openDatabase({ threads: 1 });
  const x = await db.float32(
    `SELECT unnest([1e39, -1e39, 3.4e38, 'infinity'::DOUBLE, 1e-50, 0.1])`,
  );
  assert.deepEqual(x.values, new Float32Array([NaN, NaN, 3.4e38, Infinity, 0, 0.1]));
});

Deno.test("readFloat32() refuses text", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(db.float32("SELECT 'r1' AS meter_id"), /Could not convert string/);
});
