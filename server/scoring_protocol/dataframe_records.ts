/** `dataframe_records`: what pandas writes with `to_dict(orient="records")`. */
import { badField } from "../request_error.ts";
import { shown } from "./cell.ts";
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
    if (Array.isArray(value)) return recordsToMatrix(value, columns, this.key);
    throw badField(this.key, `expected a list of records, got ${shown(value)}`);
  },
};
