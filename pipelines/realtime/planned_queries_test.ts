import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { planQueries } from "./planned_queries.ts";

Deno.test("planQueries() plans a query once, until its plans are forgotten", async () => {
  await using db = await openDatabase({ threads: 1 });
  const planned: string[] = [];
  const queries = planQueries({
    prepare(sql) {
      planned.push(sql);
      return db.prepare(sql);
    },
  });
  await db.run("CREATE TABLE t AS SELECT 1 AS n");
  const sums: number[] = [];
  for (
    const change of ["", "INSERT INTO t VALUES (2)", "CREATE OR REPLACE TABLE t AS SELECT 5 AS n"]
  ) {
    await db.run(change);
    if (change.startsWith("CREATE")) await queries.forget();
    sums.push((await queries.columns("SELECT sum(n) AS n FROM t")).numbers("n")[0]);
  }
  assert.deepEqual(sums, [1, 3, 5]);
  assert.equal(planned.length, 2);
});
