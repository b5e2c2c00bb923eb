/** Tags of logged models. */

import type { RegistryClient } from "./client.ts";
import { nothing, toPairs } from "./wire.ts";

/**
 * Sets tags of a logged model, replacing their values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createLoggedModel, getLoggedModel } from "./logged_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy" };
 * const { modelId } = await createLoggedModel(client, start);
 * await setLoggedModelTags(client, modelId, { seed: "7" });
 * assert.deepEqual((await getLoggedModel(client, modelId)).tags, { seed: "7" });
 * ```
 */
export async function setLoggedModelTags(
  client: RegistryClient,
  modelId: string,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  await client.json({
    method: "PATCH",
    path: `api/2.0/mlflow/logged-models/${encodeURIComponent(modelId)}/tags`,
    json: { model_id: modelId, tags: toPairs(tags) },
    repeatable: true,
  }, nothing);
}

/**
 * Removes a tag of a logged model.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when it has no such tag.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createLoggedModel, getLoggedModel } from "./logged_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy", tags: { seed: "7" } };
 * const { modelId } = await createLoggedModel(client, start);
 * await deleteLoggedModelTag(client, modelId, "seed");
 * assert.deepEqual((await getLoggedModel(client, modelId)).tags, {});
 * ```
 */
export async function deleteLoggedModelTag(
  client: RegistryClient,
  modelId: string,
  key: string,
): Promise<void> {
  const [id, tag] = [modelId, key].map(encodeURIComponent);
  await client.json({
    method: "DELETE",
    path: `api/2.0/mlflow/logged-models/${id}/tags/${tag}`,
    repeatable: false,
  }, nothing);
}
