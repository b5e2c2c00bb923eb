import assert from "node:assert/strict";
import { op } from "arquero";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { tableOfColumns } from "./table.ts";

Deno.test("toArquero() shares numbers, times and texts with the query's columns", async () => {
  await using db = await openDatabase({ threads: 1 });
  const columns = await db.columns(`
    SELECT 'r' || i AS room, i::DOUBLE AS kwh, TIMESTAMP '1970-01-01' + to_hours(i) AS ts,
      CASE i WHEN 0 THEN NULL ELSE i = 1 END AS odd
    FROM range(3) r(i)`);
  const data = tableOfColumns(columns).toArquero();
  assert.equal(data.data().kwh, columns.numbers("kwh"));
  assert.equal(data.data().ts, columns.numbers("ts"));
  assert.equal(data.data().room, columns.texts("room"));
  assert.deepEqual(data.array("odd"), [null, true, false]);
  assert.deepEqual(data.rollup({ kwh: op.sum("kwh") }).objects(), [{ kwh: 3 }]);
});
