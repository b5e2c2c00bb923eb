/** Quoting of names of tables and columns for SQL. */

/**
 * Quotes `name` as a SQL identifier.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(sqlName('used "kWh"'), '"used ""kWh"""');
 * ```
 */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
