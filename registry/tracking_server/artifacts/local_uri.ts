/** Artifact URIs that are paths on the server's machine. */

import { resolve } from "node:path";
import { TrackingError } from "../tracking_error.ts";

/**
 * The absolute path behind a `file:` URI or a plain path, which is taken from the working directory
 * when it is relative; undefined for a URI of another scheme.
 *
 * @throws {TrackingError} `INTERNAL_ERROR`, as MLflow has it, when a `file:` URI names another host.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(localPath("file:///lake/my%20runs"), "/lake/my runs");
 * assert.equal(localPath("/lake/runs/../models"), "/lake/models");
 * assert.equal(localPath("s3://bucket/runs"), undefined);
 * ```
 */
export function localPath(uri: string): string | undefined {
  const [, scheme, rest] = /^([A-Za-z][\w+.-]*):(.*)$/s.exec(uri) ?? [];
  if (scheme === undefined) return resolve(decoded(uri));
  if (scheme.toLowerCase() !== "file") return undefined;
  const [, host = "", path] = /^(?:\/\/([^/?#]*))?([^?#]*)/s.exec(rest) ?? [];
  if (/^($|\.$|localhost|127\.0\.0\.1)/.test(host)) return resolve(decoded(path));
  throw new TrackingError(
    "INTERNAL_ERROR",
    `${uri} is not a valid remote uri. For remote access on windows, please consider using a different scheme such as SMB (e.g. smb://<hostname>/<path>).`,
  );
}

/**
 * An artifact location with a relative path made absolute, as MLflow stores it; any other stays as
 * it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(absoluteLocation("runs"), `${Deno.cwd()}/runs`);
 * assert.equal(absoluteLocation("file:runs"), `file://${Deno.cwd()}/runs`);
 * assert.equal(absoluteLocation("s3://bucket/runs"), "s3://bucket/runs");
 * ```
 */
export function absoluteLocation(location: string): string {
  const path = localPath(location);
  const [, scheme = "", rest] = /^(file:)?(.*)$/is.exec(location) ?? [];
  if (path === undefined || rest.startsWith("/")) return location;
  return scheme === "" ? path : `file://${encodeURI(path)}`;
}

/**
 * A location below another one, before the query if there is one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(locationBelow("mlflow-artifacts:/", "0"), "mlflow-artifacts:/0");
 * assert.equal(locationBelow("hdfs://host/runs?user=me", "0"), "hdfs://host/runs/0?user=me");
 * ```
 */
export function locationBelow(location: string, path: string): string {
  const [, root, query] = /^([^?]*)(.*)$/s.exec(location) ?? [];
  return `${root}${root.endsWith("/") ? "" : "/"}${path}${query}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // A stray % is an ordinary character of a path.
    if (error instanceof URIError) return path;
    throw error;
  }
}
