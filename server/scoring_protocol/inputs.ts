/** `inputs`: the column-oriented form of TensorFlow Serving. */
import type { Matrix } from "../../models/mod.ts";
import { badField } from "../request_error.ts";
import { cell, shown } from "./cell.ts";
import { columnOrder } from "./column_order.ts";
import type { InputForm } from "./input_form.ts";
import { tensorToMatrix } from "./rows.ts";

/** Name of the tensor that the ONNX model takes. */
const TENSOR = "features";

/**
 * An object from column name to list of values, or the tensor of all features, bare or under its
 * name in the ONNX model, `features`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * for (const value of [{ b: [2, 4], a: [1, 3] }, [[1, 2], [3, 4]], { features: [[1, 2], [3, 4]] }]) {
 *   assert.deepEqual([...inputs.toMatrix(value, ["a", "b"]).values], [1, 2, 3, 4]);
 * }
 * ```
 */
export const inputs: InputForm = {
  key: "inputs",
  toMatrix(value, columns) {
    if (Array.isArray(value)) return tensorToMatrix(value, columns, this.key);
    if (value === null || typeof value !== "object") {
      throw badField(this.key, `expected an object or a list, got ${shown(value)}`);
    }
    const named: Readonly<Record<string, unknown>> = { ...value };
    return Object.keys(named).join() === TENSOR
      ? tensorToMatrix(named[TENSOR], columns, `${this.key}.${TENSOR}`)
      : columnsToMatrix(named, columns, this.key);
  },
};

function columnsToMatrix(
  named: Readonly<Record<string, unknown>>,
  columns: readonly string[],
  field: string,
): Matrix {
  columnOrder(Object.keys(named), columns, field);
  const lists = columns.map((name) => {
    const list = named[name];
    if (!Array.isArray(list)) {
      throw badField(`${field}.${name}`, `expected a list of values, got ${shown(list)}`);
    }
    return list;
  });
  const rows = lists[0].length;
  const values = new Float32Array(rows * columns.length);
  for (const [j, list] of lists.entries()) {
    if (list.length !== rows) {
      throw badField(
        `${field}.${columns[j]}`,
        `expected ${rows} values as in "${columns[0]}", got ${list.length}`,
      );
    }
    for (let i = 0; i < rows; i++) {
      values[i * columns.length + j] = cell(list[i], `${field}.${columns[j]}[${i}]`);
    }
  }
  return { columns, rows, values };
}
