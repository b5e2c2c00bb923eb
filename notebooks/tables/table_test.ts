import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { tableOfColumns } from "./table.ts";

async function query(sql: string) {
  await using db = await openDatabase({ threads: 1 });
  return tableOfColumns(await db.columns(sql));
}

Deno.test("tableOfColumns() gives rows whose missing numbers are NaN and other missing values null", async () => {
  const table = await query(`
    SELECT * FROM (VALUES
      (1.5::DOUBLE, true, TIMESTAMP '1970-01-01 00:00:01', 'x', DATE '2020-01-01'),
      (NULL, NULL, NULL, NULL, NULL)
    ) t(kwh, ok, ts, room, day)`);
  const rows = [
    { kwh: 1.5, ok: true, ts: 1000, room: "x", day: "2020-01-01" },
    { kwh: NaN, ok: null, ts: NaN, room: null, day: null },
  ];
  assert.deepEqual(table.objects(), rows);
  assert.deepEqual([...table], rows);
  assert.equal(table.rows, 2);
});

Deno.test("tableOfColumns() tells types as DuckDB names them", async () => {
  const table = await query("SELECT 1 AS one, [1.5::DOUBLE] AS list, now() AS at");
  assert.deepEqual(table.columns, [
    { name: "one", type: "INTEGER", kind: "number" },
    { name: "list", type: "DOUBLE[]", kind: "text" },
    { name: "at", type: "TIMESTAMP WITH TIME ZONE", kind: "time" },
  ]);
});

Deno.test("tableOfColumns() keeps columns of the same name apart", async () => {
  const table = await query('SELECT 1 AS a, 2 AS a, 3 AS "a b"');
  assert.deepEqual(table.objects(), [{ a: 1, "a:1": 2, "a b": 3 }]);
});

Deno.test("a table displays itself as HTML and plain text, the same each time", async () => {
  const table = await query("SELECT i, i % 7 = 0 AS week FROM range(1000) r(i)");
  const bundle = table[JUPYTER_DISPLAY]();
  assert.deepEqual(Object.keys(bundle), ["text/html", "text/plain"]);
  assert.deepEqual(table[JUPYTER_DISPLAY](), bundle);
});
