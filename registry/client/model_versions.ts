/** Model versions: numbered models under a registered name. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { type ModelVersion, modelVersion, type VersionKey } from "./model_version.ts";
import { nothing, toPairs } from "./wire.ts";

/** What a new version starts with. */
export interface NewModelVersion {
  readonly name: string;
  /** The artifacts: an artifact URI, or `models:/` and a logged model's id. */
  readonly source: string;
  readonly runId?: string;
  readonly modelId?: string;
  readonly description?: string;
  /** Address of the run that made it, when that is on another server. */
  readonly runLink?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Creates the next version of a registered model. The artifacts have to be there first: neither
 * MLflow nor the embedded server looks for them.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when the name is not registered.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * assert.equal((await createModelVersion(client, { name: "energy", source })).version, "1");
 * ```
 */
export async function createModelVersion(
  client: RegistryClient,
  start: NewModelVersion,
): Promise<ModelVersion> {
  const answer = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/model-versions/create",
    json: {
      name: start.name,
      source: start.source,
      run_id: start.runId,
      model_id: start.modelId,
      description: start.description,
      run_link: start.runLink,
      tags: toPairs(start.tags ?? {}),
    },
    repeatable: false,
  }, z.object({ model_version: modelVersion }));
  return answer.model_version;
}

/**
 * The version of a name and number.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * assert.equal((await getModelVersion(client, { name, version })).source, source);
 * ```
 */
export async function getModelVersion(
  client: RegistryClient,
  { name, version }: VersionKey,
): Promise<ModelVersion> {
  const answer = await client.json({
    method: "GET",
    path: "api/2.0/mlflow/model-versions/get",
    query: { name, version },
    repeatable: true,
  }, z.object({ model_version: modelVersion }));
  return answer.model_version;
}

/**
 * URI of the artifacts of a version, with any `models:/` source followed to its end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * assert.equal(await getDownloadUri(client, { name, version }), source);
 * ```
 */
export async function getDownloadUri(
  client: RegistryClient,
  { name, version }: VersionKey,
): Promise<string> {
  const answer = await client.json({
    method: "GET",
    path: "api/2.0/mlflow/model-versions/get-download-uri",
    query: { name, version },
    repeatable: true,
  }, z.object({ artifact_uri: z.string() }));
  return answer.artifact_uri;
}

/**
 * Replaces a version's description.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * await updateModelVersion(client, { name, version, description: "Of May" });
 * assert.equal((await getModelVersion(client, { name, version })).description, "Of May");
 * ```
 */
export async function updateModelVersion(
  client: RegistryClient,
  { name, version, description }: VersionKey & { description: string },
): Promise<ModelVersion> {
  const answer = await client.json({
    method: "PATCH",
    path: "api/2.0/mlflow/model-versions/update",
    json: { name, version, description },
    repeatable: true,
  }, z.object({ model_version: modelVersion }));
  return answer.model_version;
}

/**
 * Deletes a version and its aliases; its number is not used again.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * await deleteModelVersion(client, { name, version });
 * await assert.rejects(getModelVersion(client, { name, version }), { status: 404 });
 * ```
 */
export async function deleteModelVersion(
  client: RegistryClient,
  { name, version }: VersionKey,
): Promise<void> {
  await client.json({
    method: "DELETE",
    path: "api/2.0/mlflow/model-versions/delete",
    json: { name, version },
    repeatable: false,
  }, nothing);
}
