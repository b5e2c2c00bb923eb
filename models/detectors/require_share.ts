/** The check of options that are a share. */

/**
 * Checks that an option lies in (0, 1).
 *
 * @param action What cannot be done otherwise, as in "Cannot ‹action›".
 * @throws {RangeError} When it does not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => requireShare("fit PCA", "keep", 1), {
 *   message: "Cannot fit PCA as keep must lie in (0, 1): current value is 1",
 * });
 * ```
 */
export function requireShare(action: string, option: string, value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(
      `Cannot ${action} as ${option} must lie in (0, 1): current value is ${value}`,
    );
  }
}
