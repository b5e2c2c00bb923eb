/** Tags of model versions. */

import type { RegistryClient } from "./client.ts";
import type { VersionKey } from "./model_version.ts";
import { nothing } from "./wire.ts";

/**
 * Sets a tag of a version, replacing its value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createModelVersion, getModelVersion } from "./model_versions.ts";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * await setModelVersionTag(client, { name, version, key: "checked", value: "yes" });
 * assert.equal((await getModelVersion(client, { name, version })).tags.checked, "yes");
 * ```
 */
export async function setModelVersionTag(
  client: RegistryClient,
  { name, version, key, value }: VersionKey & { key: string; value: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/model-versions/set-tag",
    json: { name, version, key, value },
    repeatable: true,
  }, nothing);
}

/**
 * Removes a tag of a version; nothing happens when it has none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createModelVersion, getModelVersion } from "./model_versions.ts";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const start = { name: "energy", source: "mlflow-artifacts:/0/run/artifacts", tags: { t: "1" } };
 * const { name, version } = await createModelVersion(client, start);
 * await deleteModelVersionTag(client, { name, version, key: "t" });
 * assert.deepEqual((await getModelVersion(client, { name, version })).tags, {});
 * ```
 */
export async function deleteModelVersionTag(
  client: RegistryClient,
  { name, version, key }: VersionKey & { key: string },
): Promise<void> {
  await client.json({
    method: "DELETE",
    path: "api/2.0/mlflow/model-versions/delete-tag",
    json: { name, version, key },
    repeatable: true,
  }, nothing);
}
