/** Tags of experiments. */

import type { RegistryClient } from "./client.ts";
import { nothing } from "./wire.ts";

/**
 * Sets a tag of an experiment, replacing its value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getExperiment } from "./experiments.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await setExperimentTag(client, { experimentId: "0", key: "team", value: "energy" });
 * assert.deepEqual((await getExperiment(client, "0")).tags, { team: "energy" });
 * ```
 */
export async function setExperimentTag(
  client: RegistryClient,
  { experimentId, key, value }: { experimentId: string; key: string; value: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/experiments/set-experiment-tag",
    json: { experiment_id: experimentId, key, value },
    repeatable: true,
  }, nothing);
}

/**
 * Removes a tag of an experiment.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when it has no such tag.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getExperiment } from "./experiments.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await setExperimentTag(client, { experimentId: "0", key: "team", value: "energy" });
 * await deleteExperimentTag(client, { experimentId: "0", key: "team" });
 * assert.deepEqual((await getExperiment(client, "0")).tags, {});
 * ```
 */
export async function deleteExperimentTag(
  client: RegistryClient,
  { experimentId, key }: { experimentId: string; key: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/experiments/delete-experiment-tag",
    json: { experiment_id: experimentId, key },
    repeatable: false,
  }, nothing);
}
