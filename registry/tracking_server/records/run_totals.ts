/** How many runs an experiment has. */

import type { ReadableDatabase } from "../database.ts";

/** The active runs of an experiment in two figures. */
export interface RunTotals {
  readonly count: number;
  /** Epoch milliseconds; null without runs. */
  readonly latest_start: number | bigint | null;
}

/**
 * Counts an experiment's active runs and tells when the latest started.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(readRunTotals(store.database, "0"), { count: 0, latest_start: null });
 * ```
 */
export function readRunTotals(database: ReadableDatabase, experimentId: string): RunTotals {
  const totals = database.first<RunTotals>(
    `SELECT count(*) AS count, max(start_time) AS latest_start FROM runs
     WHERE experiment_id = ? AND lifecycle_stage = 'active'`,
    Number(experimentId),
  );
  return totals ?? { count: 0, latest_start: null };
}
