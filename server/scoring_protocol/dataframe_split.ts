/** `dataframe_split`: what pandas writes with `to_dict(orient="split")`. */
import { badField } from "../request_error.ts";
import { shown } from "./cell.ts";
import { columnOrder } from "./column_order.ts";
import type { InputForm } from "./input_form.ts";
import { rowsToMatrix } from "./rows.ts";

/**
 * `{columns, data, index?}`; the index is accepted, as pandas writes it, and has no meaning here.
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
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      throw badField(this.key, `expected an object with columns and data, got ${shown(value)}`);
    }
    const frame: Readonly<Record<string, unknown>> = { ...value };
    const odd = Object.keys(frame).find((key) => !["columns", "data", "index"].includes(key));
    if (odd !== undefined) {
      throw badField(`${this.key}.${odd}`, "expected no keys but columns, data and index");
    }
    const names = frame.columns;
    if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
      throw badField(`${this.key}.columns`, `expected a list of text, got ${shown(names)}`);
    }
    const order = columnOrder(names, columns, `${this.key}.columns`);
    return rowsToMatrix(frame.data, columns, order, `${this.key}.data`);
  },
};
