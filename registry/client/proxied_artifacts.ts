/** Where the tracking server's proxy keeps the artifacts of a URI. */

import { proxiedPath } from "../artifact_uri.ts";
import { artifactParts } from "./artifact_parts.ts";

/** Endpoint of the proxy; files are addressed below it. */
export const artifactEndpoint = "api/2.0/mlflow-artifacts/artifacts";

/**
 * The names by which the proxy knows an artifact.
 *
 * @param path Relative to the URI, with `/` between its parts; empty for the URI itself.
 * @throws {TypeError} When the URI is of a scheme that no server of artifacts answers for.
 * @throws {RangeError} When the path leaves the URI.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const parts = proxiedParts("mlflow-artifacts:/0/run/artifacts", "plots/load.svg");
 * assert.deepEqual(parts, ["0", "run", "artifacts", "plots", "load.svg"]);
 * ```
 */
export function proxiedParts(artifactUri: string, path: string): string[] {
  const root = proxiedPath(artifactUri);
  if (root !== undefined) return [...artifactParts(root), ...artifactParts(path)];
  throw new TypeError(
    `Cannot reach artifacts: expected mlflow-artifacts:/, file:/// or a path, got "${artifactUri}"`,
  );
}

/**
 * The path of an artifact's file below the server's address.
 *
 * @throws {TypeError} When the URI is of a scheme that no server of artifacts answers for.
 * @throws {RangeError} When the path leaves the URI.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = proxiedFile("mlflow-artifacts:/0/run", "a b.svg");
 * assert.equal(path, "api/2.0/mlflow-artifacts/artifacts/0/run/a%20b.svg");
 * ```
 */
export function proxiedFile(artifactUri: string, path: string): string {
  const names = proxiedParts(artifactUri, path).map(encodeURIComponent);
  return [artifactEndpoint, ...names].join("/");
}
