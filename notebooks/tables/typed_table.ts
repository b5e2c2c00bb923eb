/** A table of rows whose column types are known beforehand. */
import { heldColumns } from "../../data/mod.ts";
import { type Table, tableOfColumns } from "./table.ts";

/** The type of a column in DuckDB, and its value in a row; a time is epoch milliseconds, UTC. */
export type TypedColumn<Given> =
  | readonly ["VARCHAR", (row: Given) => string | null]
  | readonly ["DOUBLE" | "TIMESTAMP" | "BOOLEAN", (row: Given) => number | boolean | null];

/**
 * Makes a table column by column; unlike `table()` it has its columns where there are no rows.
 *
 * @typeParam Row What a row holds.
 * @param columns By name, in their order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rooms = typedTable<{ room: string; kwh: number }, [string, number | null]>([["r1", null]], {
 *   room: ["VARCHAR", ([room]) => room],
 *   kwh: ["DOUBLE", ([, kwh]) => kwh],
 * });
 * assert.deepEqual(rooms.objects(), [{ room: "r1", kwh: NaN }]);
 * ```
 */
export function typedTable<Row, Given>(
  rows: readonly Given[],
  columns: Readonly<Record<keyof Row & string, TypedColumn<Given>>>,
): Table<Row> {
  const all = Object.entries<TypedColumn<Given>>(columns);
  return tableOfColumns<Row>(heldColumns(all.map(([name, column]) => ({
    name,
    type: column[0],
    values: column[0] === "VARCHAR" ? rows.map(column[1]) : numbersOf(rows, column[1]),
  }))));
}

function numbersOf<Given>(
  rows: readonly Given[],
  value: (row: Given) => number | boolean | null,
): Float64Array {
  return Float64Array.from(rows, (row) => Number(value(row) ?? NaN));
}
