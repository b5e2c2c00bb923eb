/** The CSV body of a scoring request: RFC 4180 with a header row. */
import type { Matrix } from "../../models/mod.ts";
import { badField } from "../request_error.ts";
import { cell, shown } from "./cell.ts";
import { columnOrder } from "./column_order.ts";
import { csvRecords } from "./csv_text.ts";

const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

/**
 * The rows of a CSV body; an empty cell is a missing value, as pandas writes it.
 *
 * @param text The body.
 * @param columns The model's columns.
 * @throws {RequestError} 400 naming line and column of the first fault.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...csvToMatrix("b,a\n2,1\n,3\n", ["a", "b"]).values], [1, 2, 3, NaN]);
 * ```
 */
export function csvToMatrix(text: string, columns: readonly string[]): Matrix {
  const width = columns.length;
  const values: number[] = [];
  let order: readonly number[] | undefined;
  for (const { line, cells } of csvRecords(text)) {
    if (order === undefined) {
      order = columnOrder(cells, columns, "the CSV header");
      continue;
    }
    if (cells.length !== width) {
      throw badField(`CSV line ${line}`, `expected ${width} values, got ${cells.length}`);
    }
    for (let j = 0; j < width; j++) {
      const field = `CSV line ${line}, column "${columns[j]}"`;
      values.push(cell(decimal(cells[order[j]], field), field));
    }
  }
  return { columns, rows: values.length / width, values: Float32Array.from(values) };
}

function decimal(text: string, field: string): number | null {
  if (text === "") return null;
  if (!DECIMAL.test(text)) {
    throw badField(field, `expected a number or an empty cell, got ${shown(text)}`);
  }
  return Number(text);
}
