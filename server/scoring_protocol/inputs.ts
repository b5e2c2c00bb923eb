/** `inputs`: the column-oriented form of TensorFlow Serving. */
import type { InputForm } from "./input_form.ts";
import { tableToMatrix } from "./table.ts";

/**
 * An object from column name to list of values, or a list of records. A bare tensor names no
 * columns, so it does not fit a signature that has them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * for (const value of [{ b: [2, 4], a: [1, 3] }, [{ b: 2, a: 1 }, { b: 4, a: 3 }]]) {
 *   assert.deepEqual([...inputs.toMatrix(value, ["a", "b"]).values], [1, 2, 3, 4]);
 * }
 * ```
 */
export const inputs: InputForm = {
  key: "inputs",
  toMatrix(value, columns) {
    return tableToMatrix(value, columns, this.key);
  },
};
