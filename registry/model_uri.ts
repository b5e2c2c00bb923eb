/** `models:/` URIs: how everything but training names a model. */

import {
  getDownloadUri,
  getLoggedModel,
  getModelVersion,
  getModelVersionByAlias,
  type ModelVersion,
  type RegistryClient,
} from "./client/mod.ts";

/** What a `models:/` URI names. */
export type ModelReference =
  | { readonly name: string; readonly version: string }
  | { readonly name: string; readonly alias: string }
  | { readonly modelId: string };

/**
 * Reads `models:/name/version`, `models:/name@alias` or `models:/m-…`.
 *
 * @throws {SyntaxError} When `uri` is none of them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseModelUri("models:/energy-anomaly@champion"), {
 *   name: "energy-anomaly",
 *   alias: "champion",
 * });
 * ```
 */
export function parseModelUri(uri: string): ModelReference {
  const [, modelId] = /^models:\/(m-[0-9a-f]{32})$/.exec(uri) ?? [];
  if (modelId !== undefined) return { modelId };
  const [, name, version, alias] = /^models:\/([^/:@]+)(?:\/([1-9]\d*)|@([\w-]+))$/.exec(uri) ?? [];
  if (version !== undefined) return { name, version };
  if (alias !== undefined) return { name, alias };
  throw new SyntaxError(
    `Cannot read a model URI: expected models:/name/version, models:/name@alias or models:/m-…, got "${uri}"`,
  );
}

/** Where a named model's files lie. */
export interface ResolvedModel {
  /** URI under which the artifacts lie. */
  readonly artifactUri: string;
  /** The registered version; absent when the URI names a logged model. */
  readonly version?: ModelVersion;
}

/**
 * Finds the artifacts that a `models:/` URI names at this moment.
 *
 * @throws {SyntaxError} When `uri` is not a model URI.
 * @throws {MlflowError} When the server knows no such model, version or alias.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createLoggedModel } from "./client/mod.ts";
 * import { openEmbeddedTracking } from "./tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * const start = { experimentId: "0", name: "energy", sourceRunId: "" };
 * const { modelId, artifactUri } = await createLoggedModel(client, start);
 * assert.deepEqual(await resolveModelUri(client, `models:/${modelId}`), { artifactUri });
 * ```
 */
export async function resolveModelUri(client: RegistryClient, uri: string): Promise<ResolvedModel> {
  const reference = parseModelUri(uri);
  if ("modelId" in reference) {
    return { artifactUri: (await getLoggedModel(client, reference.modelId)).artifactUri };
  }
  const version = "alias" in reference
    ? await getModelVersionByAlias(client, reference)
    : await getModelVersion(client, reference);
  return { artifactUri: await getDownloadUri(client, version), version };
}
