/** Rows as an object from column name to list of values. */
import type { Matrix } from "../../models/mod.ts";
import { badField } from "../request_error.ts";
import { cell } from "./cell.ts";
import { columnOrder } from "./column_order.ts";

/**
 * Reads lists of values by column. A single value stands for all rows, as in a pandas data frame;
 * where no column is a list, there is one row.
 *
 * @param named The lists, or single values, as sent.
 * @param columns The model's columns.
 * @param field Where they stand, for the error.
 * @throws {SignatureError} When a column is missing.
 * @throws {RequestError} 400 when lists differ in length or a value is no number.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...columnsToMatrix({ b: 7, a: [1, 3] }, ["a", "b"], "inputs").values], [1, 7, 3, 7]);
 * ```
 */
export function columnsToMatrix(
  named: Readonly<Record<string, unknown>>,
  columns: readonly string[],
  field: string,
): Matrix {
  columnOrder(Object.keys(named), columns, field);
  const sent = columns.map((name) => named[name]);
  const listed = sent.findIndex(Array.isArray);
  const list = sent[listed];
  const rows = Array.isArray(list) ? list.length : 1;
  const values = new Float32Array(rows * columns.length);
  for (const [j, name] of columns.entries()) {
    const given = sent[j];
    if (!Array.isArray(given)) {
      const value = cell(given, `${field}.${name}`);
      for (let i = 0; i < rows; i++) values[i * columns.length + j] = value;
      continue;
    }
    if (given.length !== rows) {
      throw badField(
        `${field}.${name}`,
        `expected ${rows} values as in "${columns[listed]}", got ${given.length}`,
      );
    }
    for (let i = 0; i < rows; i++) {
      values[i * columns.length + j] = cell(given[i], `${field}.${name}[${i}]`);
    }
  }
  return { columns, rows, values };
}
