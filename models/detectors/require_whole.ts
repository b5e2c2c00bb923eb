/** The check of options that count something. */

/**
 * Checks that an option is a whole number of at least `least`.
 *
 * @param action What cannot be done otherwise, as in "Cannot ‹action›".
 * @throws {RangeError} When it is not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => requireWhole("grow a forest", "trees", 0, 1), {
 *   message: "Cannot grow a forest as trees must be a whole number >= 1: current value is 0",
 * });
 * ```
 */
export function requireWhole(action: string, option: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(
      `Cannot ${action} as ${option} must be a whole number >= ${least}: current value is ${value}`,
    );
  }
}
