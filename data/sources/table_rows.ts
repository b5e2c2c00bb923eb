/** The three columns that count of a CSV or Parquet file, as text. */

import { extname } from "node:path";
import type { Database } from "../duckdb/mod.ts";
import { sqlFile } from "../sql_file.ts";
import { sqlName } from "../sql_name.ts";
import { csvReader, readCsvHeader } from "./csv_reader.ts";

/** Which file, and what its columns are called. */
export interface TableColumns {
  /** Path of a `.parquet` file; anything else is read as CSV with a header, also gzipped. */
  readonly file: string;
  /** Column that names the meter. */
  readonly meterColumn: string;
  /** Column with the time. */
  readonly timeColumn: string;
  /** Column with the value. */
  readonly valueColumn: string;
}

/**
 * SQL that selects `meter_text, time_text, value_text` of every row, in the order of the file.
 *
 * @throws {RangeError} When a column is missing or stands there twice.
 * @throws {SyntaxError} When the file does not begin with a header.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const file = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(file, "kwh;room;at\n1;#7;2020-01-01\n");
 * const names = { meterColumn: "room", timeColumn: "at", valueColumn: "kwh" };
 * assert.deepEqual(await db.rows(await tableRows(db, { file, ...names })), [
 *   { meter_text: "#7", time_text: "2020-01-01", value_text: "1" },
 * ]);
 * await Deno.remove(file);
 * ```
 */
export async function tableRows(db: Database, columns: TableColumns): Promise<string> {
  return extname(columns.file).toLowerCase() === ".parquet"
    ? await parquetRows(db, columns)
    : await csvRows(db, columns);
}

async function parquetRows(db: Database, columns: TableColumns): Promise<string> {
  const reader = `read_parquet(${sqlFile(columns.file)}, hive_partitioning = false)`;
  const found = await db.rows<{ column_name: string }>(`DESCRIBE FROM ${reader}`);
  const names = found.map((row) => row.column_name);
  return select(positions(columns, names).map((at) => sqlName(names[at])), reader);
}

async function csvRows(db: Database, columns: TableColumns): Promise<string> {
  const { file, meterColumn, timeColumn, valueColumn } = columns;
  const { delimiter, names } = await readCsvHeader(db, file, [
    meterColumn,
    timeColumn,
    valueColumn,
  ]);
  // By position, as a column that is not read may be called like another.
  const types = names.map((_, at) => `c${at}: 'VARCHAR'`).join(", ");
  return select(
    positions(columns, names).map((at) => `c${at}`),
    csvReader(file, { delimiter, quote: '"' }, `header = true, columns = {${types}}`),
  );
}

function positions(columns: TableColumns, names: readonly string[]): number[] {
  const { file, meterColumn, timeColumn, valueColumn } = columns;
  return [meterColumn, timeColumn, valueColumn].map((column) => {
    const at = names.indexOf(column);
    if (at < 0) {
      throw new RangeError(
        `Cannot find column "${column}" in ${file}: it has [${names.join(", ")}]`,
      );
    }
    if (names.lastIndexOf(column) !== at) {
      throw new RangeError(
        `Cannot tell which column "${column}" of ${file} is meant: it has [${names.join(", ")}]`,
      );
    }
    return at;
  });
}

function select([meter, time, value]: readonly string[], reader: string): string {
  return `
    SELECT CAST(${meter} AS VARCHAR) AS meter_text, CAST(${time} AS VARCHAR) AS time_text,
      CAST(${value} AS VARCHAR) AS value_text
    FROM ${reader}`;
}
