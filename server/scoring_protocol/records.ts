/** Rows as objects from column name to value. */
import type { Matrix } from "../../models/mod.ts";
import { badField } from "../request_error.ts";
import { cell, shown } from "./cell.ts";
import { columnOrder } from "./column_order.ts";

/**
 * Reads a list of records. Every record names every column: pandas would fill a forgotten one
 * with NaN in silence, and a forgotten feature would pass for a missing measurement.
 *
 * @param value Records as sent.
 * @param columns The model's columns.
 * @param field Where the records stand, for the error.
 * @throws {RequestError} 400 that names the record and the column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = recordsToMatrix([{ b: 2, a: 1 }, { a: null, b: 4 }], ["a", "b"], "instances");
 * assert.deepEqual([...x.values], [1, 2, NaN, 4]);
 * ```
 */
export function recordsToMatrix(
  value: unknown,
  columns: readonly string[],
  field: string,
): Matrix {
  if (!Array.isArray(value)) {
    throw badField(field, `expected a list of records, got ${shown(value)}`);
  }
  const width = columns.length;
  const values = new Float32Array(value.length * width);
  for (const [i, record] of value.entries()) {
    if (record === null || typeof record !== "object" || Array.isArray(record)) {
      throw badField(`${field}[${i}]`, `expected an object, got ${shown(record)}`);
    }
    columnOrder(Object.keys(record), columns, `${field}[${i}]`);
    for (const [j, name] of columns.entries()) {
      values[i * width + j] = cell(record[name], `${field}[${i}].${name}`);
    }
  }
  return { columns, rows: value.length, values };
}
