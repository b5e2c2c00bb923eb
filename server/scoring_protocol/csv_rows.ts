/** The CSV body of a scoring request: RFC 4180 with a header row. */
import type { Matrix } from "../../models/mod.ts";
import { badField, RequestError } from "../request_error.ts";
import { shown } from "./cell.ts";
import { columnOrder } from "./column_order.ts";
import { csvNumber } from "./csv_number.ts";
import { csvRecords } from "./csv_text.ts";

/**
 * The rows of a CSV body, with missing values and numbers as pandas reads them; blank lines do not
 * count. A line has a value for each column of the header: pandas would shift or fill up others.
 *
 * @param text The body.
 * @param columns The model's columns.
 * @throws {SignatureError} When the header lacks a column.
 * @throws {RequestError} 400 naming line and column of the first fault.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...csvToMatrix("b,a\n2,1\nNA,3\n", ["a", "b"]).values], [1, 2, 3, NaN]);
 * ```
 */
export function csvToMatrix(text: string, columns: readonly string[]): Matrix {
  const values: number[] = [];
  let header: readonly string[] | undefined;
  let order: readonly number[] = [];
  for (const { line, cells } of csvRecords(text)) {
    if (cells.length === 1 && cells[0].trim() === "") continue;
    if (header === undefined) {
      header = cells;
      order = columnOrder(header, columns, "the CSV header");
      continue;
    }
    if (cells.length !== header.length) {
      throw badField(`CSV line ${line}`, `expected ${header.length} values, got ${cells.length}`);
    }
    for (const [j, place] of order.entries()) {
      const value = csvNumber(cells[place]);
      if (value === undefined) {
        throw badField(
          `CSV line ${line}, column "${columns[j]}"`,
          `expected a number or an empty cell, got ${shown(cells[place])}`,
        );
      }
      values.push(value);
    }
  }
  if (header === undefined) {
    throw new RequestError(400, "Cannot read the CSV header: expected names of columns, got none");
  }
  return { columns, rows: values.length / columns.length, values: Float32Array.from(values) };
}
