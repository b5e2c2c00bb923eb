/** The end of a request's path, which names a file. */

import { TrackingError } from "../tracking_error.ts";

/**
 * What follows a root in the path of a request, with its percent codes undone once.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when they are malformed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pathBelow("/files", "/files/a%20b/c.txt"), "a b/c.txt");
 * ```
 */
export function pathBelow(root: string, path: string): string {
  try {
    return decodeURIComponent(path.slice(root.length + 1));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new TrackingError("INVALID_PARAMETER_VALUE", "Invalid path");
  }
}
