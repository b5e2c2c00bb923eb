/** Asking for things by a name that may have quotes in it. */

/**
 * MLflow's filter for one name; its text has no way to write a quote of the kind that surrounds
 * it, so a name with both kinds finds nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(nameFilter("ann's"), `name = "ann's"`);
 * ```
 */
export function nameFilter(name: string): string {
  const quote = name.includes("'") ? '"' : "'";
  return `name = ${quote}${name}${quote}`;
}
