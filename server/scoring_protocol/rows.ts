/** Rows as lists of values: the shape shared by split data frames and tensors. */
import type { Matrix } from "../../models/mod.ts";
import { badField } from "../request_error.ts";
import { cell, shown } from "./cell.ts";

/**
 * Reads a list of equally long rows.
 *
 * @param value Rows as sent.
 * @param columns The model's columns, the columns of the result.
 * @param order Place of each model column in a row; its length is the width of a row.
 * @param field Where the rows stand, for the error.
 * @throws {RequestError} 400 when it is no list of rows, a row is ragged or a value is no number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = rowsToMatrix([[1, 2], [3, null]], ["b", "a"], [1, 0], "data");
 * assert.deepEqual([...x.values], [2, 1, NaN, 3]);
 * ```
 */
export function rowsToMatrix(
  value: unknown,
  columns: readonly string[],
  order: readonly number[],
  field: string,
): Matrix {
  if (!Array.isArray(value)) throw badField(field, `expected a list of rows, got ${shown(value)}`);
  const width = columns.length;
  const values = new Float32Array(value.length * width);
  for (const [i, row] of value.entries()) {
    if (!Array.isArray(row)) {
      throw badField(`${field}[${i}]`, `expected a list of ${width} values, got ${shown(row)}`);
    }
    if (row.length !== width) {
      throw badField(`${field}[${i}]`, `expected ${width} values, got ${row.length}`);
    }
    for (let j = 0; j < width; j++) {
      const sent = row[order[j]];
      values[i * width + j] = typeof sent === "number" && Math.abs(sent) < 1e38
        ? sent
        : cell(sent, `${field}[${i}][${order[j]}] (column "${columns[j]}")`);
    }
  }
  return { columns, rows: value.length, values };
}

/**
 * Reads rows whose values are in the order of the model's columns.
 *
 * @throws {RequestError} As {@linkcode rowsToMatrix}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...tensorToMatrix([[1, 2]], ["a", "b"], "inputs").values], [1, 2]);
 * ```
 */
export function tensorToMatrix(value: unknown, columns: readonly string[], field: string): Matrix {
  return rowsToMatrix(value, columns, columns.map((_, place) => place), field);
}
