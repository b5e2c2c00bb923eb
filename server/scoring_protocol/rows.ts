/** Rows as lists of values: the shape of split data frames. */
import type { Matrix } from "../../models/mod.ts";
import { badField } from "../request_error.ts";
import { cell, shown } from "./cell.ts";

/**
 * Reads a list of equally long rows.
 *
 * @param value Rows as sent.
 * @param columns The model's columns, the columns of the result.
 * @param order Place of each model column in a row.
 * @param width Values of a row.
 * @param field Where the rows stand, for the error.
 * @throws {RequestError} 400 when it is no list of rows, a row is ragged or a value is no number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = rowsToMatrix([[1, 2], [3, null]], ["b", "a"], [1, 0], 2, "data");
 * assert.deepEqual([...x.values], [2, 1, NaN, 3]);
 * ```
 */
export function rowsToMatrix(
  value: unknown,
  columns: readonly string[],
  order: readonly number[],
  width: number,
  field: string,
): Matrix {
  if (!Array.isArray(value)) throw badField(field, `expected a list of rows, got ${shown(value)}`);
  const values = new Float32Array(value.length * order.length);
  let at = 0;
  for (const [i, row] of value.entries()) {
    if (!Array.isArray(row)) {
      throw badField(`${field}[${i}]`, `expected a list of ${width} values, got ${shown(row)}`);
    }
    if (row.length !== width) {
      throw badField(`${field}[${i}]`, `expected ${width} values, got ${row.length}`);
    }
    for (let j = 0; j < order.length; j++) {
      const sent = row[order[j]];
      values[at++] = typeof sent === "number"
        ? sent
        : cell(sent, `${field}[${i}][${order[j]}] (column "${columns[j]}")`);
    }
  }
  return { columns, rows: value.length, values };
}
