/** Rows as objects from column name to value. */
import type { Matrix } from "../../models/mod.ts";
import { badField } from "../request_error.ts";
import { cell, isRecord, shown } from "./cell.ts";
import { SignatureError } from "./signature_error.ts";

/**
 * Reads a list of records. Every record names every column of the model: pandas would fill a
 * forgotten one with NaN in silence, and a forgotten feature would pass for a missing measurement.
 *
 * @param value Records as sent.
 * @param columns The model's columns.
 * @param field Where the records stand, for the error.
 * @throws {SignatureError} When there is no record, as no record tells no column, or the first
 * entry lacks a column.
 * @throws {RequestError} 400 that names the record and the column.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = recordsToMatrix([{ b: 2, a: 1 }, { a: null, b: 4 }], ["a", "b"], "instances");
 * assert.deepEqual([...x.values], [1, 2, NaN, 4]);
 * ```
 */
export function recordsToMatrix(
  value: readonly unknown[],
  columns: readonly string[],
  field: string,
): Matrix {
  const [first] = value;
  if (!isRecord(first)) {
    const got = value.length === 0 ? "an empty list" : `${shown(first)} first`;
    throw new SignatureError(field, `expected records, each with the model's columns, got ${got}`);
  }
  const missing = columns.find((name) => !Object.hasOwn(first, name));
  if (missing !== undefined) {
    throw new SignatureError(`${field}[0]`, `column ${JSON.stringify(missing)} is missing`);
  }
  const values = new Float32Array(value.length * columns.length);
  let at = 0;
  for (const [i, record] of value.entries()) {
    if (!isRecord(record)) {
      throw badField(`${field}[${i}]`, `expected an object, got ${shown(record)}`);
    }
    for (const name of columns) {
      const sent = record[name];
      if (typeof sent === "number") values[at++] = sent;
      else if (Object.hasOwn(record, name)) values[at++] = cell(sent, `${field}[${i}].${name}`);
      else throw badField(`${field}[${i}]`, `column ${JSON.stringify(name)} is missing`);
    }
  }
  return { columns, rows: value.length, values };
}
