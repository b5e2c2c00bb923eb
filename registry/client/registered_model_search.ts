/** Finding registered models. */

import type { RegistryClient } from "./client.ts";
import { allPages, pageOf } from "./pages.ts";
import { type RegisteredModel, registeredModel } from "./registered_model.ts";

/** What to look for among registered models. */
export interface RegisteredModelSearch {
  /** MLflow's filter, for example `name LIKE 'energy%'`. */
  readonly filter?: string;
  /** Keys to sort by, for example `last_updated_timestamp DESC`. */
  readonly orderBy?: readonly string[];
  /** @default {1000} */
  readonly pageSize?: number;
}

/**
 * All registered models that match, page by page as they are asked for; by name unless ordered
 * otherwise.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const found = searchRegisteredModels(client, { filter: "name LIKE 'en%'" });
 * assert.equal((await Array.fromAsync(found)).length, 1);
 * ```
 */
export function searchRegisteredModels(
  client: RegistryClient,
  search: RegisteredModelSearch = {},
): AsyncGenerator<RegisteredModel> {
  return allPages((token) =>
    client.json(
      {
        method: "GET",
        path: "api/2.0/mlflow/registered-models/search",
        query: {
          filter: search.filter,
          order_by: search.orderBy,
          max_results: search.pageSize ?? 1000,
          page_token: token,
        },
        repeatable: true,
      },
      pageOf("registered_models", registeredModel),
    )
  );
}
