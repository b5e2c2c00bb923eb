/** From a table to Arquero. */
import { type ColumnTable, table as arqueroTable } from "arquero";
import type { Table } from "./table.ts";

/**
 * The columns of a table as an Arquero table: numbers and times are the same `Float64Array`s,
 * texts the same arrays; booleans are made anew.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./from_rows.ts";
 * const readings = table([{ room: "r1", kwh: 1 }, { room: "r1", kwh: 3 }]);
 * assert.equal(toArquero(readings).data().kwh, readings.numbers("kwh"));
 * ```
 */
export function toArquero(
  table: Pick<Table<unknown>, "columns" | "numbers" | "texts">,
): ColumnTable {
  return arqueroTable(table.columns.map(({ name, kind }) => {
    if (kind === "text") return [name, table.texts(name) as (string | null)[]];
    const numbers = table.numbers(name);
    if (kind !== "boolean") return [name, numbers];
    return [name, Array.from(numbers, (value) => Number.isNaN(value) ? null : value === 1)];
  }));
}
