/** The one rule of artifact paths that a caller gives, for a disk and for a server alike. */

/**
 * The names that lead to an artifact; a path that leaves its root is never sent, as an address
 * would fold `..` away before the server could refuse it.
 *
 * @param path Relative path with `/` between its parts; empty for the root.
 * @throws {RangeError} When it is absolute, or has a backslash or a part `.` or `..`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(artifactParts("plots/load.svg"), ["plots", "load.svg"]);
 * assert.throws(() => artifactParts("../other/model.onnx"), RangeError);
 * ```
 */
export function artifactParts(path: string): string[] {
  const parts = path.split("/");
  if (/^\/|\\/.test(path) || parts.includes(".") || parts.includes("..")) {
    throw new RangeError(
      `Cannot use an artifact path: expected one that stays below its root, got "${path}"`,
    );
  }
  return parts.filter(Boolean);
}
