import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { framedSelects, replaced, windowsOf } from "./framed_selects.ts";

const FRAME = "OVER (ORDER BY h RANGE BETWEEN 2 PRECEDING AND CURRENT ROW)";

Deno.test("framedSelects() takes those selects whose windows are aggregates of frames", async () => {
  await using db = await openDatabase({ threads: 1 });
  const rewritten = async (sql: string) =>
    (await framedSelects(db, sql, { keys: ["h"] })).rewritten.map(({ name }) => name);
  const sums = `WITH sums AS (SELECT h, sum(kwh) ${FRAME} AS three FROM loads)`;
  assert.deepEqual(await rewritten(`${sums} SELECT h, three FROM sums`), ["sums"]);
  // A later select looks across rows; the keys are lost; a window goes by the place of rows.
  assert.deepEqual(await rewritten(`${sums} SELECT max(three) AS h FROM sums GROUP BY h`), []);
  assert.deepEqual(await rewritten(`SELECT sum(kwh) ${FRAME} AS three FROM loads`), []);
  assert.deepEqual(await rewritten("SELECT h, lag(kwh) OVER (ORDER BY h) AS v FROM loads"), []);
});

Deno.test("framedSelects() leaves out what the wanted columns do not need", async () => {
  await using db = await openDatabase({ threads: 1 });
  const sql = `WITH sums AS (SELECT h, sum(a) ${FRAME} AS x, min(b) ${FRAME} AS y FROM loads)
    SELECT h, x, y FROM sums`;
  const { selects: [sums] } = await framedSelects(db, sql, { keys: ["h"], columns: ["y"] });
  assert.deepEqual(windowsOf(sums.node.select_list).map((window) => window.function_name), ["min"]);
});

Deno.test("replaced() changes the parts that it is given, wherever they are", () => {
  const part = { a: 1 };
  assert.deepEqual(replaced({ x: [part, { y: part }], z: null }, new Map([[part, 2]])), {
    x: [2, { y: 2 }],
    z: null,
  });
});
