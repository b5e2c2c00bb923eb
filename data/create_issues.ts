/** What the checks found as a table. */
import type { Database } from "./duckdb/mod.ts";
import { dropRelation } from "./relations.ts";
import { sqlName } from "./sql_name.ts";
import type { Issue } from "./checks/check.ts";

/**
 * Creates the table `name(meter_id, "from", "to", rule, count)`, replacing what bears its name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await createIssues(db, "issues", [{ meterId: "r1", from: 0, to: 9, rule: "gaps", count: 3 }]);
 * assert.deepEqual(await db.rows("FROM issues"), [
 *   { meter_id: "r1", from: 0, to: 9, rule: "gaps", count: 3 },
 * ]);
 * ```
 */
export async function createIssues(
  db: Database,
  name: string,
  issues: readonly Issue[],
): Promise<void> {
  await dropRelation(db, name);
  await db.run(`
    CREATE TABLE ${sqlName(name)}
      (meter_id VARCHAR, "from" TIMESTAMP, "to" TIMESTAMP, rule VARCHAR, count BIGINT)`);
  await db.append(name, {
    meter_id: issues.map((issue) => issue.meterId),
    from: issues.map((issue) => issue.from),
    to: issues.map((issue) => issue.to),
    rule: issues.map((issue) => issue.rule),
    count: issues.map((issue) => issue.count),
  });
}
