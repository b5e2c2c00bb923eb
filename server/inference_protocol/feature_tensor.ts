/** The input tensor of a request as rows of features. */
import type { Matrix } from "../../models/mod.ts";
import { badField, type RequestError } from "../request_error.ts";
import { shown } from "../scoring_protocol/cell.ts";
import { type Datatype, datatypes } from "./datatypes.ts";

/** Name of the one input of our models. */
export const FEATURES = "features";

/** As many as `/invocations` takes. */
const MAX_ROWS = 100_000;

/**
 * Reads an input tensor, whose values stand in its `data`, nested or flat, or in the binary part
 * of the body.
 *
 * @param tensor The tensor as sent.
 * @param binary Its binary data; undefined where the request gives none for it.
 * @param columns The model's columns.
 * @param field Where it stands, for the error.
 * @throws {RequestError} 400 that names what does not fit: the name, the type, the shape, the number
 * of values or a value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const tensor = { name: "features", datatype: "FP32", shape: [2, 2], data: [[1, 2], [3, null]] };
 * const x = featureTensor(tensor, undefined, ["a", "b"], "inputs[0]");
 * assert.deepEqual([...x.values], [1, 2, 3, NaN]);
 * ```
 */
export function featureTensor(
  tensor: Readonly<Record<string, unknown>>,
  binary: Uint8Array | undefined,
  columns: readonly string[],
  field: string,
): Matrix {
  const { name, datatype, shape } = tensor;
  if (name !== FEATURES) {
    throw badField(`${field}.name`, `expected "${FEATURES}", got ${shown(name)}`);
  }
  const type = typeof datatype === "string" && Object.hasOwn(datatypes, datatype)
    ? datatypes[datatype]
    : undefined;
  if (type === undefined) {
    const known = Object.keys(datatypes).join(", ");
    throw badField(`${field}.datatype`, `expected one of ${known}, got ${shown(datatype)}`);
  }
  const rows = rowsOf(shape, columns.length, `${field}.shape`);
  const count = rows * columns.length;
  const values = binary === undefined
    ? jsonValues(tensor.data, { count, width: columns.length, type }, `${field}.data`)
    : binaryValues(binary, { count, type }, `${field}.parameters.binary_data_size`);
  return { columns, rows, values };
}

function rowsOf(shape: unknown, width: number, field: string): number {
  const [rows, found, ...rest] = Array.isArray(shape) ? shape : [];
  const fits = Number.isSafeInteger(rows) && rows >= 0 && found === width && rest.length === 0;
  if (!fits) {
    const got = Array.isArray(shape)
      ? `[${shape.slice(0, 8).map(shown).join(", ")}]`
      : shown(shape);
    throw badField(field, `expected [rows, ${width}], got ${got}`);
  }
  if (rows > MAX_ROWS) throw badField(field, `expected at most ${MAX_ROWS} rows, got ${rows}`);
  return rows;
}

function jsonValues(
  data: unknown,
  { count, width, type }: { count: number; width: number; type: Datatype },
  field: string,
): Float32Array {
  if (!Array.isArray(data)) throw badField(field, `expected a list of values, got ${shown(data)}`);
  const nested = Array.isArray(data[0]);
  const given = nested ? data.length * width : data.length;
  if (given !== count) {
    const unit = nested ? "rows" : "values";
    const expected = nested ? count / width : count;
    throw badField(field, `expected ${expected} ${unit}, got ${data.length}`);
  }
  const values = new Float32Array(count);
  if (!nested) {
    for (let i = 0; i < count; i++) {
      if (!type.holds(data[i])) throw badValue(`${field}[${i}]`, data[i]);
      values[i] = data[i] ?? NaN;
    }
    return values;
  }
  let at = 0;
  for (const [i, row] of data.entries()) {
    if (!Array.isArray(row) || row.length !== width) {
      const got = Array.isArray(row) ? `${row.length}` : shown(row);
      throw badField(`${field}[${i}]`, `expected ${width} values, got ${got}`);
    }
    for (let j = 0; j < width; j++) {
      if (!type.holds(row[j])) throw badValue(`${field}[${i}][${j}]`, row[j]);
      values[at++] = row[j] ?? NaN;
    }
  }
  return values;
}

function badValue(field: string, value: unknown): RequestError {
  return badField(field, `expected a value of the tensor's datatype, got ${shown(value)}`);
}

function binaryValues(
  { buffer, byteOffset, byteLength }: Uint8Array,
  { count, type }: { count: number; type: Datatype },
  field: string,
): Float32Array {
  if (byteLength !== count * type.bytes) {
    throw badField(
      field,
      `expected ${count * type.bytes} bytes for ${count} values, got ${byteLength}`,
    );
  }
  const view = new DataView(buffer, byteOffset, byteLength);
  return Float32Array.from({ length: count }, (_, i) => type.at(view, i * type.bytes));
}
