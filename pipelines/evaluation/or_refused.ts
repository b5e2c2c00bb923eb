/** Going on without a scorer whose fit cannot take its rows. */

/**
 * Runs the work of one scorer; where it refuses what it is given, keeps the reason instead.
 *
 * @param refused Gets the message of a RangeError under the name; any other error is thrown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const refused = {};
 * await orRefused(refused, "shy", () => Promise.reject(new RangeError("Cannot fit")));
 * assert.deepEqual(refused, { shy: "Cannot fit" });
 * ```
 */
export async function orRefused(
  refused: Record<string, string>,
  name: string,
  judge: () => Promise<void>,
): Promise<void> {
  try {
    await judge();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refused[name] = error.message;
  }
}
