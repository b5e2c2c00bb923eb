/** Aliases: moving names, such as `champion`, of versions. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { type ModelVersion, modelVersion } from "./model_version.ts";
import { nothing } from "./wire.ts";

/** Names an alias of a registered model. */
export interface AliasKey {
  readonly name: string;
  readonly alias: string;
}

/**
 * Points an alias at a version, taking it from the one it named before.
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
 * await setModelAlias(client, { name, alias: "champion", version });
 * assert.equal((await getModelVersionByAlias(client, { name, alias: "champion" })).version, "1");
 * ```
 */
export async function setModelAlias(
  client: RegistryClient,
  { name, alias, version }: AliasKey & { version: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/registered-models/alias",
    json: { name, alias, version },
    repeatable: true,
  }, nothing);
}

/**
 * Removes an alias; nothing happens when there is none.
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
 * await setModelAlias(client, { name, alias: "champion", version });
 * await deleteModelAlias(client, { name, alias: "champion" });
 * await assert.rejects(getModelVersionByAlias(client, { name, alias: "champion" }));
 * ```
 */
export async function deleteModelAlias(
  client: RegistryClient,
  { name, alias }: AliasKey,
): Promise<void> {
  await client.json({
    method: "DELETE",
    path: "api/2.0/mlflow/registered-models/alias",
    json: { name, alias },
    repeatable: true,
  }, nothing);
}

/**
 * The version that an alias names.
 *
 * @throws {MlflowError} `INVALID_PARAMETER_VALUE` when the alias does not exist.
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
 * await setModelAlias(client, { name, alias: "champion", version });
 * assert.equal((await getModelVersionByAlias(client, { name, alias: "champion" })).source, source);
 * ```
 */
export async function getModelVersionByAlias(
  client: RegistryClient,
  { name, alias }: AliasKey,
): Promise<ModelVersion> {
  const answer = await client.json({
    method: "GET",
    path: "api/2.0/mlflow/registered-models/alias",
    query: { name, alias },
    repeatable: true,
  }, z.object({ model_version: modelVersion }));
  return answer.model_version;
}
