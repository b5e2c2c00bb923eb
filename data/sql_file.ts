/** Quoting of a path for SQL that reads exactly one file. */

import { sqlString } from "./sql_string.ts";

/**
 * Quotes `path` for `read_csv` and `read_parquet`, which take `*`, `?` and `[` for patterns
 * and would read other files than the one called so.
 *
 * @throws {RangeError} When `path` holds a NUL character.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(sqlFile("room [1]/all*.csv"), "'room [[]1]/all[*].csv'");
 * ```
 */
export function sqlFile(path: string): string {
  return sqlString(path.replaceAll(/[*?[]/g, "[$&]"));
}
