/** Bulk insert of columns through DuckDB's appender. */

import {
  type DuckDBAppender,
  DuckDBDataChunk,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBValue,
} from "@duckdb/node-api";

/** The values of one column: numbers, times as epoch milliseconds, or text; `null` is `NULL`. */
export type AppendColumn = ArrayLike<number | null> | readonly (string | boolean | null)[];

const CHUNK_ROWS = 2048;

/** Largest value by type; the smallest is one further below zero. */
const integerLimits: ReadonlyMap<DuckDBTypeId, number> = new Map([
  [DuckDBTypeId.TINYINT, 2 ** 7 - 1],
  [DuckDBTypeId.SMALLINT, 2 ** 15 - 1],
  [DuckDBTypeId.INTEGER, 2 ** 31 - 1],
  [DuckDBTypeId.BIGINT, Number.MAX_SAFE_INTEGER],
]);

/**
 * Appends rows, given by column, to an existing table: all of them, or none where a value does
 * not fit.
 *
 * @param names The table's column names in order; `columns` must have exactly these.
 * @throws {RangeError} When a column is missing, unknown, or of another length.
 * @throws {TypeError} When a value does not fit its column's type.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { DuckDBInstance } from "@duckdb/node-api";
 * const connection = await (await DuckDBInstance.create()).connect();
 * await connection.run("CREATE TABLE readings (meter_id VARCHAR, ts TIMESTAMP)");
 * const appender = await connection.createAppender("readings");
 * appendColumns(appender, ["meter_id", "ts"], { meter_id: ["r1"], ts: [0] });
 * const result = await connection.runAndReadAll("SELECT meter_id, epoch(ts) FROM readings");
 * assert.deepEqual(result.getRows(), [["r1", 0]]);
 * ```
 */
export function appendColumns(
  appender: DuckDBAppender,
  names: readonly string[],
  columns: Readonly<Record<string, AppendColumn>>,
): void {
  const rows = rowCount(names, columns);
  const types = names.map((_, i) => appender.columnType(i));
  // An appender writes what it took even when it is dropped, so it takes nothing before all fits.
  const chunks: DuckDBDataChunk[] = [];
  for (let start = 0; start < rows; start += CHUNK_ROWS) {
    const count = Math.min(CHUNK_ROWS, rows - start);
    const chunk = DuckDBDataChunk.create(types, count);
    for (let i = 0; i < names.length; i++) {
      const column = columns[names[i]];
      const values = new Array<DuckDBValue>(count);
      for (let row = 0; row < count; row++) {
        values[row] = toDuckDB(column[start + row], types[i].typeId, names[i], start + row);
      }
      chunk.setColumnValues(i, values);
    }
    chunks.push(chunk);
  }
  for (const chunk of chunks) appender.appendDataChunk(chunk);
  appender.closeSync();
}

function rowCount(
  names: readonly string[],
  columns: Readonly<Record<string, AppendColumn>>,
): number {
  const given = Object.keys(columns);
  const same = given.length === names.length && names.every((name) => Object.hasOwn(columns, name));
  if (!same) {
    throw new RangeError(
      `Cannot append columns that differ from the table's: expected [${names.join(", ")}], got [${
        given.join(", ")
      }]`,
    );
  }
  const rows = columns[names[0]].length;
  const ragged = names.find((name) => columns[name].length !== rows);
  if (ragged !== undefined) {
    throw new RangeError(
      `Cannot append columns of different lengths: "${
        names[0]
      }" has ${rows} values, "${ragged}" has ${columns[ragged].length}`,
    );
  }
  return rows;
}

function toDuckDB(
  value: number | string | boolean | null,
  type: DuckDBTypeId,
  name: string,
  row: number,
): DuckDBValue {
  if (value === null) return null;
  if (type === DuckDBTypeId.VARCHAR && typeof value === "string") return value;
  if (type === DuckDBTypeId.BOOLEAN && typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (type === DuckDBTypeId.DOUBLE || type === DuckDBTypeId.FLOAT) return value;
    if (type === DuckDBTypeId.TIMESTAMP && Number.isFinite(value)) {
      return new DuckDBTimestampValue(BigInt(Math.round(value * 1000)));
    }
    const limit = integerLimits.get(type);
    if (
      limit !== undefined && Number.isSafeInteger(value) && -limit - 1 <= value && value <= limit
    ) {
      return type === DuckDBTypeId.BIGINT ? BigInt(value) : value;
    }
  }
  throw new TypeError(
    `Cannot append to column "${name}" of type ${DuckDBTypeId[type]}: value ${
      JSON.stringify(value) ?? value
    } at row ${row} does not fit`,
  );
}
