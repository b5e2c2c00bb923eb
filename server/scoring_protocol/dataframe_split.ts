/** `dataframe_split`: what pandas writes with `to_dict(orient="split")`. */
import { badField } from "../request_error.ts";
import { isRecord, shown } from "./cell.ts";
import { columnOrder } from "./column_order.ts";
import type { InputForm } from "./input_form.ts";
import { rowsToMatrix } from "./rows.ts";
import { SignatureError } from "./signature_error.ts";

const KEYS = ["columns", "data", "index"];

/**
 * `{columns, data, index?}`; of the index only its length has a meaning here.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = dataframeSplit.toMatrix({ columns: ["b", "a"], data: [[2, 1]] }, ["a", "b"]);
 * assert.deepEqual([...x.values], [1, 2]);
 * ```
 */
export const dataframeSplit: InputForm = {
  key: "dataframe_split",
  toMatrix(value, columns) {
    if (!isRecord(value)) {
      throw badField(this.key, `expected an object with columns and data, got ${shown(value)}`);
    }
    const odd = Object.keys(value).find((key) => !KEYS.includes(key));
    if (odd !== undefined) {
      throw badField(`${this.key}.${odd}`, "expected no keys but columns, data and index");
    }
    const names = value.columns ?? [];
    if (!Array.isArray(names)) {
      throw badField(`${this.key}.columns`, `expected a list of text, got ${shown(names)}`);
    }
    const order = columnOrder(names, columns, `${this.key}.columns`);
    const repeated = columns.find((name, j) => names.includes(name, order[j] + 1));
    if (repeated !== undefined) {
      const message = `column ${JSON.stringify(repeated)} is repeated`;
      throw new SignatureError(`${this.key}.columns`, message);
    }
    const x = rowsToMatrix(value.data, columns, order, names.length, `${this.key}.data`);
    requireIndex(value.index, x.rows, `${this.key}.index`);
    return x;
  },
};

function requireIndex(index: unknown, rows: number, field: string): void {
  if (index === undefined || index === null) return;
  if (!Array.isArray(index)) {
    throw badField(field, `expected a list of ${rows} labels, got ${shown(index)}`);
  }
  if (index.length !== rows) {
    throw badField(field, `expected ${rows} labels, as many as rows, got ${index.length}`);
  }
}
