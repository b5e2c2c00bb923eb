/** Columns by name: where each of the model's columns stands in what was sent. */
import { SignatureError } from "./signature_error.ts";

/**
 * The place of every model column among the given names; others are nobody's concern.
 *
 * @param given Column names as sent.
 * @param columns The model's columns.
 * @param field Where the names stand, for the error.
 * @returns `columns.length` indices into `given`.
 * @throws {SignatureError} That names the first missing column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(columnOrder(["hour", "room", "month"], ["month", "hour"], "columns"), [2, 0]);
 * ```
 */
export function columnOrder(
  given: readonly unknown[],
  columns: readonly string[],
  field: string,
): number[] {
  const places = new Map(given.map((name, place) => [name, place] as const).reverse());
  return columns.map((name) => {
    const place = places.get(name);
    if (place === undefined) {
      throw new SignatureError(field, `column ${JSON.stringify(name)} is missing`);
    }
    return place;
  });
}
