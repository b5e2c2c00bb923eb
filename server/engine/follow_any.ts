/** The start of a server: it needs one model, and goes on without the others. */
import type { ModelLoadError } from "./model_load_error.ts";
import type { RegistryLoader } from "./registry_loader.ts";

/**
 * Follows every URI. Those that cannot be loaded yet are tried again at each refresh.
 *
 * @throws {ModelLoadError} When none can be loaded and there is one; its own reason.
 * @throws {AggregateError} When none of several can be loaded: the reason of each.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const failed = new Error("Cannot load it");
 * const follow = (uri: string) => uri === "models:/a/1" ? Promise.resolve() : Promise.reject(failed);
 * await followAny({ follow }, ["models:/a/1", "models:/b/1"]);
 * await assert.rejects(followAny({ follow }, ["models:/b/1"]), failed);
 * ```
 */
export async function followAny(
  { follow }: Pick<RegistryLoader, "follow">,
  uris: readonly string[],
): Promise<void> {
  const errors: ModelLoadError[] = [];
  for (const uri of uris) {
    try {
      await follow(uri);
    } catch (error) {
      errors.push(error as ModelLoadError);
    }
  }
  if (errors.length < uris.length) return;
  if (errors.length === 1) throw errors[0];
  const reasons = errors.map(({ message }) => message).join("; ");
  throw new AggregateError(errors, `Cannot serve any of ${uris.length} models: ${reasons}`);
}
