import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { table, tableOfColumns } from "../tables/mod.ts";
import { stageRows } from "./stage_rows.ts";

Deno.test("stageRows() gives back a query's table with the same types and values", async () => {
  await using db = await openDatabase({ threads: 1 });
  const query = `
    SELECT 'r1' AS room, 3::BIGINT AS n, true AS ok, TIMESTAMP '2024-01-01 10:00' AS ts,
      DATE '2024-02-29' AS day, [1, 2] AS list, 1.25::DECIMAL(9,2) AS price
    UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL`;
  await stageRows(db, "given", tableOfColumns(await db.columns(query)));
  const types = (sql: string) => db.rows(`SELECT column_type FROM (DESCRIBE ${sql})`);
  assert.deepEqual(await types("FROM given"), await types(query));
  assert.deepEqual(await db.rows("FROM given"), await db.rows(query));
});

Deno.test("stageRows() takes an Arquero table and odd names", async () => {
  await using db = await openDatabase({ threads: 1 });
  await stageRows(db, "given", table([{ 'used "kWh"': 1 }]).toArquero());
  assert.deepEqual(await db.rows("FROM given"), [{ 'used "kWh"': 1 }]);
});

Deno.test("stageRows() refuses rows without any column", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(stageRows(db, "given", [{}]), {
    name: "TypeError",
    message: "Cannot read rows as a relation: expected at least one column, got none",
  });
});
