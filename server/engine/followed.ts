/** What a server follows: URIs of registered versions, and what answers for each. */
import {
  getModelVersionByAlias,
  type ModelReference,
  parseModelUri,
  type RegistryClient,
} from "../../registry/mod.ts";
import { ModelLoadError } from "./model_load_error.ts";
import type { FollowedModel } from "./model_loader.ts";

/** A URI that is followed; its state changes as the registry does. */
export interface Followed {
  readonly uri: string;
  readonly reference: Exclude<ModelReference, { readonly modelId: string }>;
  version?: string;
  /** What answered before, as long as the version is on trial. */
  previous?: string;
  /** What is not taken as long as the registry names it. */
  refused?: string;
  failure?: string;
}

/**
 * Begins to follow a URI; nothing answers for it yet.
 *
 * @throws {ModelLoadError} When it names no registered version.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { reference } = followedFrom("models:/energy-anomaly@champion");
 * assert.deepEqual(reference, { name: "energy-anomaly", alias: "champion" });
 * ```
 */
export function followedFrom(uri: string): Followed {
  try {
    const reference = parseModelUri(uri);
    if (!("modelId" in reference)) return { uri, reference };
  } catch (cause) {
    throw new ModelLoadError(uri, cause);
  }
  throw new ModelLoadError(uri, new TypeError("it names no registered version"));
}

/**
 * The version that a followed URI names now.
 *
 * @throws {Error} When the registry has no such alias, or is out of reach.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
 * await withChampionHome(async ({ context: { registry } }) => {
 *   const champion = followedFrom("models:/energy-anomaly@champion");
 *   assert.equal(await namedVersion(registry, champion), "1");
 * });
 * ```
 */
export async function namedVersion(
  registry: RegistryClient,
  { reference }: Pick<Followed, "reference">,
): Promise<string> {
  if ("version" in reference) return reference.version;
  return (await getModelVersionByAlias(registry, reference)).version;
}

/**
 * What is told of a followed URI.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const followed = followedFrom("models:/energy-anomaly/3");
 * assert.equal(followedModel({ ...followed, version: "3" }).version, "3");
 * ```
 */
export function followedModel(
  { uri, reference: { name }, version, previous, failure }: Followed,
): FollowedModel {
  return { uri, name, version, previous, failure };
}
