/** Counting runs; the embedded server's own addition, which MLflow's has not. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { viewType } from "./lifecycle.ts";
import type { RunSearch } from "./run_search.ts";
import { int64 } from "./wire.ts";

/**
 * How many runs a search would find, without reading them.
 *
 * @throws {MlflowError} `ENDPOINT_NOT_FOUND` on MLflow's own server.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRun(client, { experimentId: "0", startTime: 0 });
 * const search = { experimentIds: ["0"], filter: "status = 'RUNNING'" };
 * assert.equal(await countRuns(client, search), 1);
 * ```
 */
export async function countRuns(
  client: RegistryClient,
  search: Pick<RunSearch, "experimentIds" | "filter" | "view">,
): Promise<number> {
  const { count } = await client.json({
    method: "POST",
    path: "api/2.0/wattbook/runs/count",
    json: {
      experiment_ids: search.experimentIds,
      filter: search.filter,
      run_view_type: viewType(search.view),
    },
    repeatable: true,
  }, z.object({ count: int64 }));
  return count;
}
