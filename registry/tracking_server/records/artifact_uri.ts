/** From an artifact URI to a path below the server's artifact directory. */

import { proxiedPath } from "../../artifact_uri.ts";
import { TrackingError } from "../tracking_error.ts";

/**
 * The path behind an `mlflow-artifacts:/` URI.
 *
 * @throws {TrackingError} `NOT_IMPLEMENTED` for another scheme: this server only reads what was
 * stored through it, never other places of its machine.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(proxiedRoot("mlflow-artifacts:/0/run/artifacts"), "0/run/artifacts");
 * ```
 */
export function proxiedRoot(uri: string): string {
  const path = proxiedPath(uri);
  if (path !== undefined) return path;
  throw new TrackingError(
    "NOT_IMPLEMENTED",
    `Cannot reach artifacts: expected a URI mlflow-artifacts:/…, got '${uri}'`,
  );
}
