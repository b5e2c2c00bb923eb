/** Data sets that the runs of experiments read. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";

/** A data set as a listing shows it. */
export interface DatasetSummary {
  readonly experimentId: string;
  readonly name: string;
  readonly digest: string;
  /** What it was used for, for example `training`; empty when nothing was said. */
  readonly context: string;
}

const summaries = z.object({
  dataset_summaries: z.array(
    z.object({
      experiment_id: z.string(),
      name: z.string(),
      digest: z.string(),
      context: z.string().default(""),
    }).transform(({ experiment_id, ...own }) => ({ experimentId: experiment_id, ...own })),
  ).default([]),
});

/**
 * The data sets of up to 20 experiments. The server gives no more than 1000 and has no pages.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { logInputs } from "./inputs.ts";
 * import { createRun } from "./runs.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * const dataset = { name: "meters", digest: "d1", sourceType: "local", source: "{}" };
 * await logInputs(client, runId, [dataset]);
 * assert.deepEqual(await searchDatasets(client, ["0"]), [
 *   { experimentId: "0", name: "meters", digest: "d1", context: "" },
 * ]);
 * ```
 */
export async function searchDatasets(
  client: RegistryClient,
  experimentIds: readonly string[],
): Promise<DatasetSummary[]> {
  const answer = await client.json({
    method: "POST",
    // The address that MLflow's own pages use; the one of its other interface lacks a slash.
    path: "ajax-api/2.0/mlflow/experiments/search-datasets",
    json: { experiment_ids: experimentIds },
    repeatable: true,
  }, summaries);
  return answer.dataset_summaries;
}
