/** Registered models: names under which versions are kept. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { MlflowError } from "./mlflow_error.ts";
import { allPages, pageOf } from "./pages.ts";
import { int64, nothing, pairs, toPairs } from "./wire.ts";

/** A name that has versions and aliases. */
export interface RegisteredModel {
  readonly name: string;
  readonly description: string;
  /** Epoch milliseconds, UTC. */
  readonly creationTime: number;
  /** Epoch milliseconds, UTC. */
  readonly lastUpdateTime: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Version of each alias. */
  readonly aliases: Readonly<Record<string, string>>;
}

const registeredModel: z.ZodType<RegisteredModel> = z.object({
  name: z.string(),
  description: z.string().default(""),
  creation_timestamp: int64,
  last_updated_timestamp: int64,
  tags: pairs,
  aliases: z.array(z.object({ alias: z.string(), version: z.string() })).default([]),
}).transform((json) => ({
  name: json.name,
  description: json.description,
  creationTime: json.creation_timestamp,
  lastUpdateTime: json.last_updated_timestamp,
  tags: json.tags,
  aliases: Object.fromEntries(json.aliases.map(({ alias, version }) => [alias, version])),
}));

/**
 * Creates a registered model without versions.
 *
 * @throws {MlflowError} `RESOURCE_ALREADY_EXISTS` when the name is taken.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * assert.deepEqual((await createRegisteredModel(client, { name: "energy" })).aliases, {});
 * ```
 */
export async function createRegisteredModel(
  client: RegistryClient,
  start: { name: string; description?: string; tags?: Readonly<Record<string, string>> },
): Promise<RegisteredModel> {
  const answer = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/registered-models/create",
    json: { ...start, tags: toPairs(start.tags ?? {}) },
    repeatable: false,
  }, z.object({ registered_model: registeredModel }));
  return answer.registered_model;
}

/**
 * The registered model of a name.
 *
 * @throws {MlflowError} `RESOURCE_DOES_NOT_EXIST` when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * assert.equal((await getRegisteredModel(client, "energy")).description, "");
 * ```
 */
export async function getRegisteredModel(
  client: RegistryClient,
  name: string,
): Promise<RegisteredModel> {
  const answer = await client.json({
    method: "GET",
    path: "api/2.0/mlflow/registered-models/get",
    query: { name },
    repeatable: true,
  }, z.object({ registered_model: registeredModel }));
  return answer.registered_model;
}

/**
 * The registered model of a name, which is created when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * assert.equal((await ensureRegisteredModel(client, "energy")).name, "energy");
 * ```
 */
export async function ensureRegisteredModel(
  client: RegistryClient,
  name: string,
): Promise<RegisteredModel> {
  try {
    return await createRegisteredModel(client, { name });
  } catch (error) {
    if (!(error instanceof MlflowError) || error.errorCode !== "RESOURCE_ALREADY_EXISTS") {
      throw error;
    }
    return await getRegisteredModel(client, name);
  }
}

/**
 * All registered models that match `filter`, by name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const found = searchRegisteredModels(client, { filter: "name LIKE 'en%'" });
 * assert.equal((await Array.fromAsync(found)).length, 1);
 * ```
 */
export function searchRegisteredModels(
  client: RegistryClient,
  { filter, pageSize = 1000 }: { filter?: string; pageSize?: number } = {},
): AsyncGenerator<RegisteredModel> {
  return allPages((token) =>
    client.json(
      {
        method: "GET",
        path: "api/2.0/mlflow/registered-models/search",
        query: { filter, max_results: pageSize, page_token: token },
        repeatable: true,
      },
      pageOf("registered_models", registeredModel),
    )
  );
}

/**
 * Sets a tag of a registered model, replacing its value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
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
 * Deletes a registered model with all its versions and aliases.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * await deleteRegisteredModel(client, "energy");
 * assert.deepEqual(await Array.fromAsync(searchRegisteredModels(client)), []);
 * ```
 */
export async function deleteRegisteredModel(client: RegistryClient, name: string): Promise<void> {
  await client.json({
    method: "DELETE",
    path: "api/2.0/mlflow/registered-models/delete",
    json: { name },
    repeatable: false,
  }, nothing);
}
