/** The events of writes to the registry, with the data that MLflow sends for each. */

import type { ReadableDatabase } from "../database.ts";
import type { Pair } from "../records/pairs.ts";
import { isPrompt, makesPrompt, promptParts } from "../records/prompts.ts";
import type { RegistryEvent } from "./registry_event.ts";

/** What a request to create a registered model carries. */
interface NewModel {
  readonly name: string;
  readonly tags: readonly Pair[];
  readonly description?: string;
}

/**
 * A registered model, or a prompt, was created.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(modelCreated({ name: "a", tags: [{ key: "k", value: "v" }] }), {
 *   name: "registered_model.created",
 *   data: { name: "a", tags: { k: "v" }, description: "" },
 * });
 * ```
 */
export function modelCreated({ name, tags, description = "" }: NewModel): RegistryEvent {
  return makesPrompt(tags)
    ? { name: "prompt.created", data: { name, tags: promptParts(tags).tags, description } }
    : { name: "registered_model.created", data: { name, tags: tagMap(tags), description } };
}

/**
 * A version of a registered model, or of a prompt, was created.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { name, data } = versionCreated({ name: "a", source: "s3://b/m", tags: [] }, "1");
 * assert.equal(name, "model_version.created");
 * assert.deepEqual([data.version, data.run_id, data.description], ["1", null, null]);
 * ```
 */
export function versionCreated(
  request: NewModel & { readonly source: string; readonly run_id?: string },
  version: string,
): RegistryEvent {
  const { name, tags, source } = request;
  const [run_id, description] = [request.run_id || null, request.description || null];
  if (makesPrompt(tags)) {
    const data = { name, version, ...promptParts(tags), description };
    return { name: "prompt_version.created", data };
  }
  const data = { name, version, source, run_id, tags: tagMap(tags), description };
  return { name: "model_version.created", data };
}

/**
 * A tag of a registered model was set or deleted, which is an event of prompts only.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "../records/records_fixture.ts";
 * withDatabase((database) => {
 *   assert.equal(modelTagChanged(database, "deleted", { name: "a", key: "k" }), undefined);
 * });
 * ```
 */
export function modelTagChanged(
  database: ReadableDatabase,
  action: "set" | "deleted",
  data: { readonly name: string; readonly key: string; readonly value?: string },
): RegistryEvent | undefined {
  return isPrompt(database, data.name) ? { name: `prompt_tag.${action}`, data } : undefined;
}

/**
 * A tag of a version was set or deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "../records/records_fixture.ts";
 * withDatabase((database) => {
 *   const event = versionTagChanged(database, "deleted", { name: "a", version: "1", key: "k" });
 *   assert.equal(event.name, "model_version_tag.deleted");
 * });
 * ```
 */
export function versionTagChanged(
  database: ReadableDatabase,
  action: "set" | "deleted",
  data: {
    readonly name: string;
    readonly version: string;
    readonly key: string;
    readonly value?: string;
  },
): RegistryEvent {
  const of = isPrompt(database, data.name) ? "prompt_version_tag" : "model_version_tag";
  return { name: `${of}.${action}`, data };
}

/**
 * An alias was set or deleted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "../records/records_fixture.ts";
 * withDatabase((database) => {
 *   const event = aliasChanged(database, "deleted", { name: "a", alias: "champion" });
 *   assert.equal(event.name, "model_version_alias.deleted");
 * });
 * ```
 */
export function aliasChanged(
  database: ReadableDatabase,
  action: "created" | "deleted",
  data: { readonly name: string; readonly alias: string; readonly version?: string },
): RegistryEvent {
  const of = isPrompt(database, data.name) ? "prompt_alias" : "model_version_alias";
  return { name: `${of}.${action}`, data };
}

function tagMap(tags: readonly Pair[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}
