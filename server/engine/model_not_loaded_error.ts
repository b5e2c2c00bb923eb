/** A request for a model that is not loaded. */
import type { ModelChoice } from "./served_models.ts";

/**
 * Thrown where a model, or a version of it, is asked for that the server has not loaded.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new ModelNotLoadedError({ name: "energy-anomaly", version: "9" }, ["energy-anomaly/3"]);
 * assert.equal(
 *   error.message,
 *   'Cannot find model "energy-anomaly" version 9: loaded are energy-anomaly/3',
 * );
 * ```
 */
export class ModelNotLoadedError extends Error {
  override name = "ModelNotLoadedError" as const;

  /**
   * @param choice What was asked for.
   * @param loaded What is there, as `name/version`.
   */
  constructor({ name, version }: ModelChoice, loaded: readonly string[]) {
    const asked = name === undefined ? "a model" : `model ${JSON.stringify(name)}`;
    const which = version === undefined ? "" : ` version ${version}`;
    const there = loaded.length === 0 ? "none is loaded" : `loaded are ${loaded.join(", ")}`;
    super(`Cannot find ${asked}${which}: ${there}`);
  }
}
