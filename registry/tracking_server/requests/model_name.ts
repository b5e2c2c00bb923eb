/** What a registered model may be called. */

import { requirePlainPath } from "./key_rules.ts";
import { TrackingError } from "../tracking_error.ts";

/**
 * Checks the name of a registered model.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is blank, holds a slash or a colon, or
 * would be another path as a file name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * requireModelName("energy anomaly %");
 * assert.throws(() => requireModelName("a/b"), {
 *   message: "Invalid model name 'a/b'. Names cannot contain '/' or ':'.",
 * });
 * ```
 */
export function requireModelName(name: string): void {
  if (name.trim() === "") throw invalid("Missing value for required parameter 'name'.");
  if (/[/:]/.test(name)) {
    throw invalid(`Invalid model name '${name}'. Names cannot contain '/' or ':'.`);
  }
  requirePlainPath(name, "name");
}

function invalid(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
