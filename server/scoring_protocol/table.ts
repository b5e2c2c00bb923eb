/** Rows as records or by column, whichever was sent. */
import type { Matrix } from "../../models/mod.ts";
import { isRecord, shown } from "./cell.ts";
import { columnsToMatrix } from "./columns.ts";
import { recordsToMatrix } from "./records.ts";
import { SignatureError } from "./signature_error.ts";

/**
 * Reads a table in either orientation.
 *
 * @param value The table as sent.
 * @param columns The model's columns.
 * @param field Where it stands, for the error.
 * @throws {SignatureError} When it is neither.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...tableToMatrix({ a: [1, 3] }, ["a"], "inputs").values], [1, 3]);
 * ```
 */
export function tableToMatrix(value: unknown, columns: readonly string[], field: string): Matrix {
  if (Array.isArray(value)) return recordsToMatrix(value, columns, field);
  if (isRecord(value)) return columnsToMatrix(value, columns, field);
  throw new SignatureError(field, `expected an object or a list, got ${shown(value)}`);
}
