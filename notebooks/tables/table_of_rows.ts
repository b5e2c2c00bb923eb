/** A table of plain rows. */
import type { Columns } from "../../data/mod.ts";
import { type Table, tableOfColumns } from "./table.ts";

/** Whatever has rows as Arquero's tables have them. */
interface WithObjects {
  objects(): readonly object[];
}

/**
 * Makes a table of plain objects, or of anything with `objects()` such as an Arquero table, so that
 * it shows itself and can be queried. The columns are those of all rows, in the order in which they
 * come; a column is of numbers, times (`Date`) or booleans where all of its values are, else of
 * text.
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
 * ```
 */
export function table<Row extends object>(rows: Iterable<Row> | WithObjects): Table<Row> {
  const objects =
    (Symbol.iterator in rows && !("objects" in rows)
      ? [...rows]
      : (rows as WithObjects).objects()) as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  return tableOfColumns<Row>(columnsOf(names, objects));
}

function columnsOf(
  names: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Columns {
  const types = names.map((name) => typeOf(rows, name));
  const values = names.map((name, i) =>
    types[i] === "VARCHAR"
      ? rows.map((row) => textOf(row[name]))
      : Float64Array.from(rows, (row) => numberOf(row[name]))
  );
  function find(name: string): Float64Array | (string | null)[] {
    const at = names.indexOf(name);
    if (at >= 0) return values[at];
    throw new RangeError(`Cannot find column "${name}": the table has [${names.join(", ")}]`);
  }
  return {
    names,
    types,
    rows: rows.length,
    numbers(name) {
      const column = find(name);
      if (column instanceof Float64Array) return column;
      throw new TypeError(`Cannot read column "${name}" as numbers: it holds text`);
    },
    texts(name) {
      const column = find(name);
      if (Array.isArray(column)) return column;
      throw new TypeError(`Cannot read column "${name}" as text: it holds numbers`);
    },
  };
}

function typeOf(rows: readonly Readonly<Record<string, unknown>>[], name: string): string {
  const types = new Set<string>();
  for (const row of rows) {
    const value = row[name];
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
