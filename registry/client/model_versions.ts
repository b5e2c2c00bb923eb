/** Model versions: numbered models under a registered name. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { allPages, pageOf } from "./pages.ts";
import { int64, nothing, pairs, toPairs } from "./wire.ts";

/** One version of a registered model. */
export interface ModelVersion {
  readonly name: string;
  /** A whole number as text, counted from 1. */
  readonly version: string;
  readonly description: string;
  /** Where its artifacts come from: an artifact URI or a `models:/m-…` URI. */
  readonly source: string;
  /** The run that made it; empty when unknown. */
  readonly runId: string;
  readonly status: "PENDING_REGISTRATION" | "FAILED_REGISTRATION" | "READY";
  /** Epoch milliseconds, UTC. */
  readonly creationTime: number;
  /** Epoch milliseconds, UTC. */
  readonly lastUpdateTime: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly aliases: readonly string[];
  /** The logged model behind it; empty when there is none. */
  readonly modelId: string;
}

/** A model version as it stands in the server's JSON. */
export const modelVersion: z.ZodType<ModelVersion> = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string().default(""),
  source: z.string().default(""),
  run_id: z.string().default(""),
  status: z.enum(["PENDING_REGISTRATION", "FAILED_REGISTRATION", "READY"]),
  creation_timestamp: int64,
  last_updated_timestamp: int64,
  tags: pairs,
  aliases: z.array(z.string()).default([]),
  model_id: z.string().default(""),
}).transform((json) => ({
  name: json.name,
  version: json.version,
  description: json.description,
  source: json.source,
  runId: json.run_id,
  status: json.status,
  creationTime: json.creation_timestamp,
  lastUpdateTime: json.last_updated_timestamp,
  tags: json.tags,
  aliases: json.aliases,
  modelId: json.model_id,
}));

/** What a new version starts with. */
export interface NewModelVersion {
  readonly name: string;
  /** The artifacts: an artifact URI, or `models:/` and a logged model's id. */
  readonly source: string;
  readonly runId?: string;
  readonly modelId?: string;
  readonly description?: string;
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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
      tags: toPairs(start.tags ?? {}),
    },
    repeatable: false,
  }, z.object({ model_version: modelVersion }));
  return answer.model_version;
}

/** Names one version of a registered model. */
export interface VersionKey {
  readonly name: string;
  readonly version: string;
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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
 * All versions that match `filter`, for example `name = 'energy-anomaly'`, newest first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
  { filter, pageSize = 1000 }: { filter?: string; pageSize?: number } = {},
): AsyncGenerator<ModelVersion> {
  return allPages((token) =>
    client.json(
      {
        method: "GET",
        path: "api/2.0/mlflow/model-versions/search",
        query: { filter, max_results: pageSize, page_token: token },
        repeatable: true,
      },
      pageOf("model_versions", modelVersion),
    )
  );
}

/**
 * Sets a tag of a version, replacing its value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
 * Deletes a version and its aliases; its number is not used again.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRegisteredModel } from "./registered_models.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const source = "mlflow-artifacts:/0/run/artifacts/model";
 * const { name, version } = await createModelVersion(client, { name: "energy", source });
 * await deleteModelVersion(client, { name, version });
 * assert.deepEqual(await Array.fromAsync(searchModelVersions(client)), []);
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
