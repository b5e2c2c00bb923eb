import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { parseSelect, printSelects } from "./sql_tree.ts";

Deno.test("a query is the same after it was a tree, its doubles without a fraction too", async () => {
  await using db = await openDatabase({ threads: 1 });
  const sql = "SELECT typeof(1e12) AS a, typeof(1e300) AS b, typeof(7) AS c, typeof(0.25) AS d, " +
    "18446744073709551615 AS e, '\"value\":1.0' AS f, -2.0e-7 AS g";
  const [text] = await printSelects(db, [await parseSelect(db, sql)]);
  assert.deepEqual(await db.rows(text), await db.rows(sql));
  assert.deepEqual(await db.rows(`SELECT a, c FROM (${text})`), [{ a: "DOUBLE", c: "INTEGER" }]);
});

Deno.test("printSelects() keeps the order of many queries", async () => {
  await using db = await openDatabase({ threads: 1 });
  const trees = await Promise.all(
    Array.from({ length: 30 }, (_, i) => parseSelect(db, `SELECT ${i}`)),
  );
  assert.deepEqual(
    await printSelects(db, trees),
    Array.from({ length: 30 }, (_, i) => `SELECT ${i}`),
  );
});

Deno.test("parseSelect() refuses what is no query", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(parseSelect(db, "SELECT FROM WHERE"), {
    name: "SyntaxError",
    message: /^Cannot read a feature view: /,
  });
});
