/** Registered models: names under which versions are kept. */

import { z } from "zod";
import type { RegistryClient } from "./client.ts";
import { MlflowError } from "./mlflow_error.ts";
import { type RegisteredModel, registeredModel } from "./registered_model.ts";
import { nothing, toPairs } from "./wire.ts";

/**
 * Creates a registered model without versions.
 *
 * @throws {MlflowError} `RESOURCE_ALREADY_EXISTS` when the name is taken.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
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
 * Replaces a registered model's description.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * await updateRegisteredModel(client, { name: "energy", description: "Of all meters" });
 * assert.equal((await getRegisteredModel(client, "energy")).description, "Of all meters");
 * ```
 */
export async function updateRegisteredModel(
  client: RegistryClient,
  { name, description }: { name: string; description: string },
): Promise<RegisteredModel> {
  const answer = await client.json({
    method: "PATCH",
    path: "api/2.0/mlflow/registered-models/update",
    json: { name, description },
    repeatable: true,
  }, z.object({ registered_model: registeredModel }));
  return answer.registered_model;
}

/**
 * Gives a registered model another name, under which its versions and aliases are found then.
 *
 * @throws {MlflowError} `RESOURCE_ALREADY_EXISTS` when the name is taken.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * const renamed = await renameRegisteredModel(client, { name: "energy", newName: "heat" });
 * assert.equal(renamed.name, "heat");
 * ```
 */
export async function renameRegisteredModel(
  client: RegistryClient,
  { name, newName }: { name: string; newName: string },
): Promise<RegisteredModel> {
  const answer = await client.json({
    method: "POST",
    path: "api/2.0/mlflow/registered-models/rename",
    json: { name, new_name: newName },
    repeatable: false,
  }, z.object({ registered_model: registeredModel }));
  return answer.registered_model;
}

/**
 * Deletes a registered model with all its versions and aliases.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await createRegisteredModel(client, { name: "energy" });
 * await deleteRegisteredModel(client, "energy");
 * await assert.rejects(getRegisteredModel(client, "energy"), { status: 404 });
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
