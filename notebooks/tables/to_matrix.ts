/** From a table to the matrix that models take. */
import { type Matrix, matrix } from "../../models/mod.ts";
import type { Table } from "./table.ts";

/**
 * Columns of a table as a float32 matrix, row after row; what is missing is `NaN`.
 *
 * @param columns In the order of the matrix. @default {all columns of numbers and booleans}
 * @throws {RangeError} When the table lacks a column, or none is wanted.
 * @throws {TypeError} When a column holds text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./from_rows.ts";
 * const x = toMatrix(table([{ room: "r1", kwh: 1.5, hour: 0 }, { room: "r1", kwh: 2.5, hour: 1 }]));
 * assert.deepEqual(x.columns, ["kwh", "hour"]);
 * assert.deepEqual([...x.values], [1.5, 0, 2.5, 1]);
 * ```
 */
export function toMatrix(
  table: Pick<Table<unknown>, "columns" | "rows" | "numbers">,
  columns: readonly string[] = table.columns
    .filter(({ kind }) => kind === "number" || kind === "boolean").map(({ name }) => name),
): Matrix {
  const values = new Float32Array(table.rows * columns.length);
  for (const [at, name] of columns.entries()) {
    const numbers = table.numbers(name);
    for (let row = 0; row < table.rows; row++) values[row * columns.length + at] = numbers[row];
  }
  return matrix(columns, values);
}
