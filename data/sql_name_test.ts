import assert from "node:assert/strict";
import { openDatabase } from "./duckdb/mod.ts";
import { sqlName } from "./sql_name.ts";

Deno.test("sqlName() gives back any name as a column's", async () => {
  await using db = await openDatabase({ threads: 1 });
  for (const name of ["kwh", "from", "Room No", 'a"b', '"; DROP TABLE x; --', "м²", "1"]) {
    assert.deepEqual(await db.rows(`SELECT 1 AS ${sqlName(name)}`), [{ [name]: 1 }]);
  }
});
