/** Finding experiments. */

import type { RegistryClient } from "./client.ts";
import { type Experiment, experiment } from "./experiment.ts";
import { type Lifecycle, viewType } from "./lifecycle.ts";
import { allPages, pageOf } from "./pages.ts";

/** What to look for among experiments. */
export interface ExperimentSearch {
  /** MLflow's filter, for example `name LIKE 'energy%' AND tags.team = 'heat'`. */
  readonly filter?: string;
  /** Keys to sort by, for example `last_update_time DESC`. */
  readonly orderBy?: readonly string[];
  /** @default {"active"} */
  readonly view?: Lifecycle;
  /** @default {1000} */
  readonly pageSize?: number;
}

/**
 * All experiments that match, page by page as they are asked for; newest first unless ordered
 * otherwise.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const [first] = await Array.fromAsync(searchExperiments(client));
 * assert.equal(first.name, "Default");
 * ```
 */
export function searchExperiments(
  client: RegistryClient,
  search: ExperimentSearch = {},
): AsyncGenerator<Experiment> {
  return allPages((token) =>
    client.json(
      {
        method: "POST",
        path: "api/2.0/mlflow/experiments/search",
        json: {
          filter: search.filter,
          order_by: search.orderBy,
          view_type: viewType(search.view),
          max_results: search.pageSize ?? 1000,
          page_token: token,
        },
        repeatable: true,
      },
      pageOf("experiments", experiment),
    )
  );
}
