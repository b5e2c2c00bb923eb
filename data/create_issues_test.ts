import assert from "node:assert/strict";
import { openDatabase } from "./duckdb/mod.ts";
import { createIssues } from "./create_issues.ts";

Deno.test("createIssues() replaces a view and an older table of the name", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE VIEW issues AS SELECT 1 AS one");
  await createIssues(db, "issues", [
    {
      meterId: "r1",
      from: Date.UTC(2024, 0, 1),
      to: Date.UTC(2024, 0, 2),
      rule: "gaps",
      count: 24,
    },
  ]);
  assert.deepEqual(
    await db.rows('SELECT meter_id, "to" - "from" = INTERVAL 1 DAY AS day, count FROM issues'),
    [{ meter_id: "r1", day: true, count: 24 }],
  );
  await createIssues(db, "issues", []);
  assert.deepEqual(await db.rows("FROM issues"), []);
});
