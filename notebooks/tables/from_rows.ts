/** A table of plain rows or arrays. */
import { heldColumns } from "../../data/mod.ts";
import { type Table, tableOfColumns } from "./table.ts";

/** Whatever has rows as Arquero's tables have them. */
export interface WithObjects {
  objects(): readonly object[];
}

/** Values by column, all of the same length. */
export type ColumnArrays = Readonly<Record<string, ArrayLike<unknown>>>;

/**
 * Makes a table of plain objects, of arrays by column, or of anything with `objects()` such as an
 * Arquero table, so that it shows itself and can be queried. The columns are those of all rows, in
 * the order in which they come; a column is of numbers, times (`Date`) or booleans where all of its
 * values are, else of text. A `Float64Array` is not copied.
 *
 * @throws {RangeError} When arrays differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rooms = table([{ room: "r1", beds: 2 }, { room: "r2", let: true }]);
 * assert.deepEqual(rooms.columns.map(({ name, type }) => `${name} ${type}`), [
 *   "room VARCHAR",
 *   "beds DOUBLE",
 *   "let BOOLEAN",
 * ]);
 * assert.deepEqual(rooms.objects()[1], { room: "r2", beds: NaN, let: true });
 * assert.equal(table({ kwh: new Float64Array([1, 2]) }).rows, 2);
 * ```
 */
export function table<Row extends object>(
  rows: Iterable<Row> | WithObjects | ColumnArrays,
): Table<Row> {
  return tableOfColumns<Row>(heldColumns(
    Object.entries(arraysOf(rows)).map(([name, values]) => ({ name, ...held(values) })),
  ));
}

function arraysOf(rows: Iterable<object> | WithObjects | ColumnArrays): ColumnArrays {
  const hasObjects = "objects" in rows && typeof rows.objects === "function";
  if (!hasObjects && !(Symbol.iterator in rows)) return rows as ColumnArrays;
  const objects =
    (hasObjects
      ? (rows as WithObjects).objects()
      : [...rows as Iterable<object>]) as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(names.map((name) => [name, objects.map((row) => row[name])]));
}

function held(
  values: ArrayLike<unknown>,
): { type: string; values: Float64Array | (string | null)[] } {
  if (values instanceof Float64Array) return { type: "DOUBLE", values };
  const type = typeOf(values);
  return type === "VARCHAR"
    ? { type, values: Array.from(values, textOf) }
    : { type, values: Float64Array.from(values, numberOf) };
}

function typeOf(values: ArrayLike<unknown>): string {
  const types = new Set<string>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || value === undefined) continue;
    if (typeof value === "number" || typeof value === "bigint") types.add("DOUBLE");
    else if (typeof value === "boolean") types.add("BOOLEAN");
    else types.add(value instanceof Date ? "TIMESTAMP" : "VARCHAR");
  }
  return types.size === 1 ? [...types][0] : "VARCHAR";
}

function numberOf(value: unknown): number {
  return value === null || value === undefined ? NaN : Number(value);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
