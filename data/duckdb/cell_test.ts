import assert from "node:assert/strict";
import { type Cell, epochMs } from "./cell.ts";
import { openDatabase } from "./database.ts";

Deno.test("cell() gives plain data for every supported type", async () => {
  await using db = await openDatabase({ threads: 1 });
  const cases: [sql: string, expected: Cell][] = [
    ["NULL", null],
    ["true", true],
    ["7::TINYINT", 7],
    ["9007199254740991::BIGINT", 9007199254740991],
    ["9007199254740993::BIGINT", 9007199254740993n],
    ["count(*)", 1],
    ["sum(1)", 1],
    ["1.25::DECIMAL(9,3)", 1.25],
    ["'nan'::DOUBLE", NaN],
    ["'a'::VARCHAR", "a"],
    ["TIMESTAMP '1970-01-01 00:00:01.5'", 1500],
    ["TIMESTAMP '1969-12-31 23:59:59'", -1000],
    ["TIMESTAMP_S '1970-01-01 00:00:02'", 2000],
    ["TIMESTAMP_MS '1969-12-31 23:59:59.999'", -1],
    ["TIMESTAMP_NS '1970-01-01 00:00:00.0015'", 1.5],
    ["TIMESTAMPTZ '1970-01-01 01:00:00+01'", 0],
    ["DATE '2020-02-29'", "2020-02-29"],
    ["[1::BIGINT, NULL, 3]", [1, null, 3]],
  ];
  for (const [sql, expected] of cases) {
    assert.deepEqual(await db.rows(`SELECT ${sql} AS value`), [{ value: expected }], sql);
  }
});

Deno.test("cell() refuses a type without a plain form, naming it", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(db.rows("SELECT INTERVAL 1 HOUR AS gap"), {
    name: "TypeError",
    message: "Cannot read a value of type INTERVAL: cast it to a plain type in the SQL",
  });
});

Deno.test("epochMs() keeps fractions of a millisecond", () => {
  assert.equal(epochMs(-1n), -0.001);
  assert.equal(epochMs(1_577_836_800_000_000n), Date.UTC(2020, 0, 1));
});
