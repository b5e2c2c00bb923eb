/** Runs feature views, each into a table of its own name. */
import { createHash } from "node:crypto";
import type { Database } from "../../data/duckdb/mod.ts";
import type { FeatureView } from "./feature_view.ts";

/**
 * Replaces the table of every view by the rows of its query, in the given order.
 *
 * The relations `readings`, `meters` and `weather` must exist; `weather` may be empty.
 *
 * @param views In an order in which each comes after those it reads.
 * @param onProgress Called with the fraction of views done.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { parseFeatureView } from "./feature_view.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const view = parseFeatureView(`-- name: answer
 * -- entity: none
 * -- grain: once
 * -- lookback: 0 hours
 * -- reads: readings
 * -- column: value | count | the answer
 * SELECT 42 AS value`);
 * await materialize(db, [view]);
 * assert.deepEqual(await db.rows("SELECT value FROM answer"), [{ value: 42 }]);
 * ```
 */
export async function materialize(
  db: Database,
  views: readonly FeatureView[],
  onProgress?: (fraction: number) => void,
): Promise<void> {
  for (const [i, view] of views.entries()) {
    await db.run(`CREATE OR REPLACE TABLE ${view.name} AS ${view.sql}`);
    onProgress?.((i + 1) / views.length);
  }
}

/**
 * One version for a set of views: the SHA-256 of their texts, hexadecimal.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureViews } from "./mod.ts";
 * assert.equal(featureVersion(featureViews).length, 64);
 * ```
 */
export function featureVersion(views: readonly FeatureView[]): string {
  const digest = createHash("sha256");
  for (const { version } of views) digest.update(version);
  return digest.digest("hex");
}
