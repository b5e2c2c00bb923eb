/** Readings of a source to look at, without storing them. */
import { createIssues } from "./create_issues.ts";
import { runChecks } from "./checks/run_checks.ts";
import { type CleanCounts, cleanReadings } from "./clean_readings.ts";
import type { Database } from "./duckdb/mod.ts";
import { dropRelation } from "./relations.ts";
import type { LoadContext, LoadedSource, Source } from "./sources/source.ts";

/** What a source brought, and what of it counts. */
export interface OpenedSource extends LoadedSource, CleanCounts {
  /** Number of issues that the checks found. */
  readonly issues: number;
  /** Start of the first and of the last interval, epoch milliseconds (UTC). */
  readonly from: number;
  readonly to: number;
}

/**
 * Loads, cleans and checks a source, and makes it the relations of `db` that `openLake()` makes of
 * a stored one: `readings`, `meters`, `weather`, `issues` and `rejected`.
 *
 * @throws {RangeError} When no row of the source is a reading.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./duckdb/mod.ts";
 * import { sources } from "./sources/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const hostel = sources.syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days: 2 });
 * const { meters } = await openSource(db, hostel, { home: "/nowhere", fetch });
 * assert.deepEqual(await db.rows("SELECT count(DISTINCT meter_id) AS meters FROM readings"), [
 *   { meters },
 * ]);
 * ```
 */
export async function openSource(
  db: Database,
  source: Source,
  context: LoadContext,
): Promise<OpenedSource> {
  const loaded = await source.load(db, context);
  const { readings, rejected } = await cleanReadings(db);
  if (readings === 0) {
    throw new RangeError(`Cannot open ${source.origin}: none of its rows is a reading`);
  }
  const issues = await runChecks(db);
  await createIssues(db, "issues", issues);
  for (const [view, table] of [["readings", "clean_readings"], ["rejected", "rejected_readings"]]) {
    await dropRelation(db, view);
    await db.run(`CREATE VIEW ${view} AS FROM ${table}`);
  }
  const [span] = await db.rows<{ from: number; to: number }>(
    'SELECT min(ts) AS "from", max(ts) AS "to" FROM readings',
  );
  return { ...loaded, readings, rejected, issues: issues.length, ...span };
}
