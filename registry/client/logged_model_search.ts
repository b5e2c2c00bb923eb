/** Finding logged models. */

import type { RegistryClient } from "./client.ts";
import { type LoggedModel, loggedModel } from "./logged_model.ts";
import { allPages, pageOf } from "./pages.ts";

/** The data set that a metric was measured on. */
export interface MeasuredOn {
  readonly name: string;
  readonly digest: string;
}

/** One key to sort logged models by. */
export interface LoggedModelOrder {
  /** For example `creation_timestamp` or `metrics.roc_auc`. */
  readonly field: string;
  /** @default {true} */
  readonly ascending?: boolean;
  /** Only measurements on this one count; of metrics alone. */
  readonly dataset?: MeasuredOn;
}

/** What to look for among the logged models of some experiments. */
export interface LoggedModelSearch {
  readonly experimentIds: readonly string[];
  /** MLflow's filter, for example `metrics.roc_auc > 0.9 AND params.trees = '100'`. */
  readonly filter?: string;
  /** The filter's metrics count only where they were measured on one of these. */
  readonly datasets?: readonly MeasuredOn[];
  readonly orderBy?: readonly LoggedModelOrder[];
  /** @default {50} */
  readonly pageSize?: number;
}

/**
 * All logged models that match, page by page as they are asked for; newest first unless ordered
 * otherwise.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createLoggedModel } from "./logged_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy" };
 * const { modelId } = await createLoggedModel(client, start);
 * const [found] = await Array.fromAsync(searchLoggedModels(client, { experimentIds: ["0"] }));
 * assert.equal(found.modelId, modelId);
 * ```
 */
export function searchLoggedModels(
  client: RegistryClient,
  search: LoggedModelSearch,
): AsyncGenerator<LoggedModel> {
  return allPages((token) =>
    client.json({
      method: "POST",
      path: "api/2.0/mlflow/logged-models/search",
      json: {
        experiment_ids: search.experimentIds,
        filter: search.filter,
        datasets: search.datasets?.map(({ name, digest }) => ({
          dataset_name: name,
          dataset_digest: digest,
        })),
        order_by: search.orderBy?.map(({ field, ascending, dataset }) => ({
          field_name: field,
          ascending,
          dataset_name: dataset?.name,
          dataset_digest: dataset?.digest,
        })),
        max_results: search.pageSize ?? 50,
        page_token: token,
      },
      repeatable: true,
    }, pageOf("models", loggedModel))
  );
}
