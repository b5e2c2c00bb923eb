/** What a load brought, counted where it now lies. */

import type { Database } from "../duckdb/mod.ts";
import type { LoadedSource } from "./source.ts";

/**
 * Completes the description of a load with the counts of `meters` and `raw_readings`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * import { createRawTables } from "../relations.ts";
 * await using db = await openDatabase();
 * await createRawTables(db);
 * const loaded = await countLoaded(db, { dataset: "none", source: "file", digest: "00" });
 * assert.equal(loaded.readings, 0);
 * ```
 */
export async function countLoaded(
  db: Database,
  description: Pick<LoadedSource, "dataset" | "source" | "digest">,
): Promise<LoadedSource> {
  const [counts] = await db.rows<{ meters: number; readings: number }>(`
    SELECT (SELECT count(*) FROM meters) AS meters,
      (SELECT count(*) FROM raw_readings) AS readings`);
  return { ...description, ...counts };
}
