/** Where an experiment may keep its artifacts. */

import { fullyDecoded } from "./path_parts.ts";
import { TrackingError } from "../tracking_error.ts";

/**
 * Checks the artifact location of a new experiment.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it has a fragment or parameters, leaves
 * its root in its query, or is of the scheme `runs:`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * requireArtifactLocation("s3://bucket/energy");
 * assert.throws(() => requireArtifactLocation("s3://bucket/a#b"), /can't include fragments/);
 * ```
 */
export function requireArtifactLocation(location: string): void {
  const [, path, query = "", fragment = ""] =
    /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(location) ?? [];
  // Python splits parameters off paths and of these schemes alone.
  const parameters = /^(https?:|s?ftp:|(?![a-z][\w+.-]*:)).*;[^/]+$/i.test(path);
  if (fragment !== "" || parameters) {
    throw invalid("'artifact_location' URL can't include fragments or params.");
  }
  if (fullyDecoded(query)?.includes("..") ?? true) throw invalid("Invalid query string");
  if (location.startsWith("runs:")) {
    throw invalid(`Artifact location cannot be a runs:/ URI. Given: '${location}'`);
  }
  if (location.length <= 2048) return;
  throw invalid(
    "Invalid artifact path length. The length of the artifact path cannot be greater than 2048 characters. To configure this limit, please set the MLFLOW_ARTIFACT_LOCATION_MAX_LENGTH environment variable.",
  );
}

function invalid(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}
