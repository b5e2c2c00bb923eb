/** `dataframe_records`: what pandas writes with `to_dict(orient="records")`. */
import type { InputForm } from "./input_form.ts";
import { recordsToMatrix } from "./records.ts";

/**
 * A list of objects from column name to value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...dataframeRecords.toMatrix([{ a: 1 }], ["a"]).values], [1]);
 * ```
 */
export const dataframeRecords: InputForm = {
  key: "dataframe_records",
  toMatrix(value, columns) {
    return recordsToMatrix(value, columns, this.key);
  },
};
