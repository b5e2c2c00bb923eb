/** Finding model versions. */

import type { RegistryClient } from "./client.ts";
import { type ModelVersion, modelVersion } from "./model_version.ts";
import { allPages, pageOf } from "./pages.ts";

/** What to look for among model versions. */
export interface ModelVersionSearch {
  /** MLflow's filter, for example `name = 'energy-anomaly' AND tags.checked = 'yes'`. */
  readonly filter?: string;
  /** Keys to sort by, for example `version_number DESC`. */
  readonly orderBy?: readonly string[];
  /** @default {1000} */
  readonly pageSize?: number;
}

/**
 * All versions that match, page by page as they are asked for; the latest changed first unless
 * ordered otherwise.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createModelVersion } from "./model_versions.ts";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * const [found] = await Array.fromAsync(searchModelVersions(client));
 * assert.deepEqual([found.name, found.version], [name, version]);
 * ```
 */
export function searchModelVersions(
  client: RegistryClient,
  search: ModelVersionSearch = {},
): AsyncGenerator<ModelVersion> {
  return allPages((token) =>
    client.json(
      {
        method: "GET",
        path: "api/2.0/mlflow/model-versions/search",
        query: {
          filter: search.filter,
          order_by: search.orderBy,
          max_results: search.pageSize ?? 1000,
          page_token: token,
        },
        repeatable: true,
      },
      pageOf("model_versions", modelVersion),
    )
  );
}
