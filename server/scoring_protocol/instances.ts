/** `instances`: the row-oriented form of TensorFlow Serving. */
import type { InputForm } from "./input_form.ts";
import { recordsToMatrix } from "./records.ts";
import { tensorToMatrix } from "./rows.ts";

/**
 * A list of records, or of rows in the order of the model's columns; the first entry tells which.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...instances.toMatrix([{ b: 2, a: 1 }], ["a", "b"]).values], [1, 2]);
 * assert.deepEqual([...instances.toMatrix([[1, 2]], ["a", "b"]).values], [1, 2]);
 * ```
 */
export const instances: InputForm = {
  key: "instances",
  toMatrix(value, columns) {
    return Array.isArray(value) && Array.isArray(value[0])
      ? tensorToMatrix(value, columns, this.key)
      : recordsToMatrix(value, columns, this.key);
  },
};
