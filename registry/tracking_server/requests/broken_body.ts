/** Bodies that end before their end. */

/**
 * Whether an error says that a client hung up in the middle of its body: no defect, and nobody is
 * left to be told.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = "Cannot read request body as underlying resource unavailable";
 * assert.equal(isBrokenBody(new Deno.errors.BadResource(text)), true);
 * assert.equal(isBrokenBody(new Deno.errors.BadResource("Bad resource ID")), false);
 * ```
 */
export function isBrokenBody(error: unknown): boolean {
  // Deno has no class of its own for it, in either way of reading a body.
  return error instanceof Deno.errors.BadResource &&
    /body as underlying resource unavailable$/.test(error.message);
}
