/** Finding runs. */

import type { RegistryClient } from "./client.ts";
import { type Lifecycle, viewType } from "./lifecycle.ts";
import { allPages, pageOf } from "./pages.ts";
import { type Run, run } from "./run.ts";

/** What to look for among the runs of some experiments. */
export interface RunSearch {
  readonly experimentIds: readonly string[];
  /** MLflow's filter, for example `metrics.roc_auc > 0.9 AND tags.dataset = 'cambridge'`. */
  readonly filter?: string;
  /** Keys to sort by, for example `metrics.roc_auc DESC`; then newest first. */
  readonly orderBy?: readonly string[];
  /** @default {"active"} */
  readonly view?: Lifecycle;
  /** @default {1000} */
  readonly pageSize?: number;
}

/**
 * All runs that match, page by page as they are asked for.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * const search = { experimentIds: ["0"], filter: "status = 'RUNNING'" };
 * const [found] = await Array.fromAsync(searchRuns(client, search));
 * assert.equal(found.runId, runId);
 * ```
 */
export function searchRuns(client: RegistryClient, search: RunSearch): AsyncGenerator<Run> {
  return allPages((token) =>
    client.json({
      method: "POST",
      path: "api/2.0/mlflow/runs/search",
      json: {
        experiment_ids: search.experimentIds,
        filter: search.filter,
        order_by: search.orderBy,
        run_view_type: viewType(search.view),
        max_results: search.pageSize ?? 1000,
        page_token: token,
      },
      repeatable: true,
    }, pageOf("runs", run))
  );
}
