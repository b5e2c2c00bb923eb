/** Columns by name: where each of the model's columns stands in what was sent. */
import { badField } from "../request_error.ts";

/**
 * The place of every model column among the given names.
 *
 * @param given Column names as sent.
 * @param columns The model's columns.
 * @param field Where the names stand, for the error.
 * @returns `columns.length` indices into `given`.
 * @throws {RequestError} 400 naming the first repeated, unknown or missing column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(columnOrder(["hour", "month"], ["month", "hour"], "columns"), [1, 0]);
 * ```
 */
export function columnOrder(
  given: readonly string[],
  columns: readonly string[],
  field: string,
): number[] {
  const places = new Map<string, number>();
  const known = new Set(columns);
  for (const [place, name] of given.entries()) {
    if (places.has(name)) throw badField(field, `column ${JSON.stringify(name)} is repeated`);
    if (!known.has(name)) {
      throw badField(field, `column ${JSON.stringify(name)} is unknown to the model`);
    }
    places.set(name, place);
  }
  return columns.map((name) => {
    const place = places.get(name);
    if (place === undefined) throw badField(field, `column ${JSON.stringify(name)} is missing`);
    return place;
  });
}
