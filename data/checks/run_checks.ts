/** All checks over one load. */

import type { Database } from "../duckdb/mod.ts";
import type { Check, Issue } from "./check.ts";
import { checks as everyCheck } from "./mod.ts";

/** Options of {@linkcode runChecks}. */
export interface RunChecksOptions {
  /** The checks to run. @default every check */
  readonly checks?: readonly Check[];
  /** Called with the share done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Runs the checks over `raw_readings`, `clean_readings` (see `cleanReadings()`) and `meters`.
 *
 * @returns The issues, by meter, then start, then rule.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { cleanReadings } from "../clean_readings.ts";
 * import { openDatabase } from "../duckdb/mod.ts";
 * import { createRawTables } from "../relations.ts";
 * import { inferMeters } from "../sources/infer_meters.ts";
 * await using db = await openDatabase();
 * await createRawTables(db);
 * await db.append("raw_readings", { meter_id: ["a"], ts: [0], kwh: [-1], source_row: [1] });
 * await inferMeters(db, { siteId: "hostel", timeZone: "UTC" });
 * await cleanReadings(db);
 * assert.deepEqual(await runChecks(db), [
 *   { meterId: "a", from: 0, to: 3_600_000, rule: "negative", count: 1 },
 * ]);
 * ```
 */
export async function runChecks(db: Database, options: RunChecksOptions = {}): Promise<Issue[]> {
  const { checks = everyCheck, onProgress } = options;
  const issues: Issue[] = [];
  for (const [i, check] of checks.entries()) {
    const rows = await db.rows<{ meter_id: string; from_ts: number; to_ts: number; count: number }>(
      check.sql,
    );
    for (const { meter_id, from_ts, to_ts, count } of rows) {
      issues.push({ meterId: meter_id, from: from_ts, to: to_ts, rule: check.name, count });
    }
    onProgress?.((i + 1) / checks.length);
  }
  return issues.sort(byMeterTimeRule);
}

function byMeterTimeRule(a: Issue, b: Issue): number {
  return compare(a.meterId, b.meterId) || a.from - b.from || compare(a.rule, b.rule);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
