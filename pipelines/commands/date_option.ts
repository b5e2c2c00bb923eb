/** Dates on the command line. */
import { UsageError } from "../command.ts";

/**
 * Reads a date or time as epoch milliseconds, UTC unless it says otherwise.
 *
 * @param name Option, for the error.
 * @throws {UsageError} When it is not ISO 8601.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(parseDate("until", "2020-01-01"), Date.UTC(2020, 0, 1));
 * ```
 */
export function parseDate(name: string, text: string): number {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/.exec(text) ??
    [];
  const ms = day === undefined ? NaN : Date.parse(text);
  // A day that its month does not have is read as one of the next month.
  if (Number.isNaN(ms) || new Date(day).toISOString().slice(0, 10) !== day) {
    throw new UsageError(
      `Cannot read --${name}: expected a date such as 2020-01-01 or 2020-01-01T12:00Z, got "${text}"`,
    );
  }
  return ms;
}
