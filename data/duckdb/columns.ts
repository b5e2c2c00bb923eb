/** Query results as typed columns, without a JavaScript object per row. */

import {
  type DuckDBResult,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBVector,
} from "@duckdb/node-api";
import { cell, epochMs } from "./cell.ts";
import { type Columns, heldColumns } from "../held_columns.ts";

const numberTypes: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BOOLEAN,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
  DuckDBTypeId.TIMESTAMP,
  DuckDBTypeId.TIMESTAMP_S,
  DuckDBTypeId.TIMESTAMP_MS,
  DuckDBTypeId.TIMESTAMP_NS,
  DuckDBTypeId.TIMESTAMP_TZ,
]);

/**
 * Reads a result to its end into typed columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { DuckDBInstance } from "@duckdb/node-api";
 * const connection = await (await DuckDBInstance.create()).connect();
 * const result = await connection.stream("SELECT 'r1' AS meter_id, 0.5 AS kwh");
 * const columns = await readColumns(result);
 * assert.deepEqual(columns.texts("meter_id"), ["r1"]);
 * assert.deepEqual(columns.numbers("kwh"), new Float64Array([0.5]));
 * ```
 */
export async function readColumns(result: DuckDBResult): Promise<Columns> {
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes().map(String);
  const isText = names.map((_, i) => !numberTypes.has(result.columnTypeId(i)));
  const parts = isText.map((text) => text ? [] as (string | null)[] : [] as Float64Array[]);
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    rows += chunk.rowCount;
    for (let i = 0; i < names.length; i++) {
      const vector = chunk.getColumnVector(i);
      if (isText[i]) appendTexts(parts[i] as (string | null)[], vector);
      else (parts[i] as Float64Array[]).push(numbersOf(vector));
    }
  }
  return heldColumns(names.map((name, i) => ({
    name,
    type: types[i],
    values: isText[i]
      ? parts[i] as (string | null)[]
      : concatenate(parts[i] as Float64Array[], rows),
  })));
}

function appendTexts(into: (string | null)[], vector: DuckDBVector): void {
  for (let row = 0; row < vector.itemCount; row++) {
    const value = vector.getItem(row);
    into.push(value === null ? null : String(value));
  }
}

function numbersOf(vector: DuckDBVector): Float64Array {
  const numbers = new Float64Array(vector.itemCount);
  for (let row = 0; row < numbers.length; row++) {
    numbers[row] = toNumber(vector.getItem(row) as DuckDBValue, vector);
  }
  return numbers;
}

function toNumber(value: DuckDBValue, vector: DuckDBVector): number {
  if (value === null) return NaN;
  if (typeof value === "number") return value;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return epochMs(value.micros);
  }
  return Number(cell(value, vector.type));
}

function concatenate(parts: readonly Float64Array[], rows: number): Float64Array {
  const all = new Float64Array(rows);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
