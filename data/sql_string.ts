/** Quoting of text for SQL where a bound parameter is not allowed. */

/**
 * Quotes `value` as a SQL string literal. For the places where DuckDB takes no bound
 * parameter: file paths of `COPY … TO`, of `read_csv`, and of views.
 *
 * @throws {RangeError} When `value` holds a NUL character, which SQL text cannot carry.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(sqlString("warden's room.csv"), "'warden''s room.csv'");
 * ```
 */
export function sqlString(value: string): string {
  if (value.includes("\0")) {
    throw new RangeError(
      `Cannot quote a string with a NUL character: current value is ${JSON.stringify(value)}`,
    );
  }
  return `'${value.replaceAll("'", "''")}'`;
}
