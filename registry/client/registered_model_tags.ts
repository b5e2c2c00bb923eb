/** Tags of registered models. */

import type { RegistryClient } from "./client.ts";
import { nothing } from "./wire.ts";

/**
 * Sets a tag of a registered model, replacing its value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel, getRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * await setRegisteredModelTag(client, { name: "energy", key: "team", value: "heat" });
 * assert.deepEqual((await getRegisteredModel(client, "energy")).tags, { team: "heat" });
 * ```
 */
export async function setRegisteredModelTag(
  client: RegistryClient,
  { name, key, value }: { name: string; key: string; value: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/registered-models/set-tag",
    json: { name, key, value },
    repeatable: true,
  }, nothing);
}

/**
 * Removes a tag of a registered model; nothing happens when it has none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel, getRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy", tags: { team: "heat" } });
 * await deleteRegisteredModelTag(client, { name: "energy", key: "team" });
 * assert.deepEqual((await getRegisteredModel(client, "energy")).tags, {});
 * ```
 */
export async function deleteRegisteredModelTag(
  client: RegistryClient,
  { name, key }: { name: string; key: string },
): Promise<void> {
  await client.json({
    method: "DELETE",
    path: "api/2.0/mlflow/registered-models/delete-tag",
    json: { name, key },
    repeatable: true,
  }, nothing);
}
