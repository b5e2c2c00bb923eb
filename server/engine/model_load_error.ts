/** A model that cannot be loaded. */

/**
 * Thrown where a version cannot be loaded: it is not registered, its package is broken, it does not
 * answer its own input example, or the registry is out of reach. What was loaded before stays.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new ModelLoadError("models:/energy-anomaly/9", new Error("No such version"));
 * assert.equal(error.message, "Cannot load models:/energy-anomaly/9: No such version");
 * ```
 */
export class ModelLoadError extends Error {
  override name = "ModelLoadError" as const;

  /**
   * @param uri What was to be loaded.
   * @param cause What went wrong.
   */
  constructor(readonly uri: string, cause: unknown) {
    super(`Cannot load ${uri}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
