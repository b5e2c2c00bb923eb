/** Queries that are asked again and again, planned once: planning a large one takes longer than running it. */
import type { Columns, Database, PreparedQuery } from "../../data/duckdb/mod.ts";

/** Queries over tables that stay the same, while their rows change. */
export interface PlannedQueries {
  /** Runs a query; its plan is kept for the next time. */
  columns(sql: string): Promise<Columns>;
  /** Drops the plans: DuckDB would make each anew at every run once a table is made or replaced. */
  forget(): Promise<void>;
}

/**
 * Keeps the plans of queries by their text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const queries = planQueries(db);
 * assert.deepEqual([...(await queries.columns("SELECT 2 AS n")).numbers("n")], [2]);
 * ```
 */
export function planQueries(db: Pick<Database, "prepare">): PlannedQueries {
  const plans = new Map<string, PreparedQuery>();
  return {
    async columns(sql) {
      const plan = plans.get(sql) ?? await db.prepare(sql);
      plans.set(sql, plan);
      return await plan.columns();
    },
    async forget() {
      const old = [...plans.values()];
      plans.clear();
      await Promise.all(old.map((plan) => plan.close()));
    },
  };
}
