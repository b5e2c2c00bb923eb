/** `instances`: the row-oriented form of TensorFlow Serving. */
import type { InputForm } from "./input_form.ts";
import { tableToMatrix } from "./table.ts";

/**
 * A list of records, or an object from column name to list of values, which MLflow takes as well.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...instances.toMatrix([{ b: 2, a: 1 }], ["a", "b"]).values], [1, 2]);
 * ```
 */
export const instances: InputForm = {
  key: "instances",
  toMatrix(value, columns) {
    return tableToMatrix(value, columns, this.key);
  },
};
