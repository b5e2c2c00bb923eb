/** Artifact URIs that a tracking server answers for. */

/**
 * The path that a tracking server's proxy knows an artifact URI by; undefined for a URI of another
 * scheme.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(proxiedPath("mlflow-artifacts:/0/run/artifacts"), "0/run/artifacts");
 * assert.equal(proxiedPath("s3://bucket/run"), undefined);
 * ```
 */
export function proxiedPath(uri: string): string | undefined {
  return /^mlflow-artifacts:(?:\/\/[^/]*)?\/(.*)$/.exec(uri)?.[1];
}
