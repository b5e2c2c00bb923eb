/** Query results as one dense float32 table: the shape a model takes. */

import type { DuckDBConnection } from "@duckdb/node-api";

/** A numeric query result, row-major. */
export interface Float32Rows {
  /** Column names in the order of the query. */
  readonly names: string[];
  /** Number of rows. */
  readonly rows: number;
  /** `rows × names.length` values, row after row; `NULL` and what float32 cannot hold is `NaN`. */
  readonly values: Float32Array;
}

const FIRST_ROWS = 65_536;

/**
 * Runs `sql` and copies its rows, chunk by chunk, into one float32 array. Casting and the
 * replacement of `NULL` happen inside DuckDB, so JavaScript only moves numbers. A number beyond
 * float32 (3.4e38) counts as missing: one absurd reading must not fail a whole table.
 *
 * @param connection A connection with no other result being read.
 * @param sql One `SELECT` without a closing semicolon; every column must cast to `DOUBLE`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { DuckDBInstance } from "@duckdb/node-api";
 * const connection = await (await DuckDBInstance.create()).connect();
 * const x = await readFloat32(connection, "SELECT 1 AS a, 2.5 AS b UNION ALL SELECT 3, NULL");
 * assert.deepEqual(x.values, new Float32Array([1, 2.5, 3, NaN]));
 * ```
 */
export async function readFloat32(
  connection: DuckDBConnection,
  sql: string,
): Promise<Float32Rows> {
  const result = await connection.stream(
    `SELECT coalesce(TRY_CAST(CAST(COLUMNS(*) AS DOUBLE) AS FLOAT), 'nan'::FLOAT) FROM (\n${sql}\n)`,
  );
  const names = result.columnNames();
  const width = names.length;
  let values = new Float32Array(FIRST_ROWS * width);
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const count = chunk.rowCount;
    if ((rows + count) * width > values.length) values = resized(values, 2 * values.length);
    for (let column = 0; column < width; column++) {
      const vector = chunk.getColumnVector(column);
      let at = rows * width + column;
      for (let row = 0; row < count; row++, at += width) {
        values[at] = vector.getItem(row) as number;
      }
    }
    rows += count;
  }
  return { names, rows, values: resized(values, rows * width) };
}

/** Moves the buffer instead of copying it where the engine can. */
function resized(values: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(values.buffer.transfer(length * Float32Array.BYTES_PER_ELEMENT));
}
