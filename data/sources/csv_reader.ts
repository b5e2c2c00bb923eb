/** Reading CSV files, plain or gzipped, as they are written and not as DuckDB guesses. */

import type { Database } from "../duckdb/mod.ts";
import { sqlFile } from "../sql_file.ts";
import { type CsvHeader, parseCsvHeader } from "./csv_header.ts";

/**
 * SQL of a `read_csv` that leaves nothing to DuckDB's guess from a sample of the rows: where one
 * row is odd, it takes a meter called "#1" for a comment, or whole lines for one column.
 *
 * @param rest Further arguments of `read_csv`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const sql = csvReader("a.csv", { delimiter: ";", quote: '"' }, "header = true");
 * assert.match(sql, /^read_csv\('a\.csv', auto_detect = false, delim = ';'/);
 * ```
 */
export function csvReader(
  file: string,
  { delimiter, quote }: { readonly delimiter: string; readonly quote: string },
  rest: string,
): string {
  return `read_csv(${sqlFile(file)}, auto_detect = false, delim = '${delimiter}',
    quote = '${quote}', escape = '${quote}', comment = '', hive_partitioning = false, ${rest})`;
}

/**
 * Reads the header of a file.
 *
 * @param wanted The columns that the caller will read.
 * @throws {SyntaxError} When the file does not begin with a header.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const file = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(file, "kwh;room\n1;#7\n");
 * assert.deepEqual((await readCsvHeader(db, file, ["room"])).names, ["kwh", "room"]);
 * await Deno.remove(file);
 * ```
 */
export async function readCsvHeader(
  db: Database,
  file: string,
  wanted: readonly string[],
): Promise<CsvHeader> {
  // A delimiter that no text holds gives the first line whole, also of a compressed file.
  const whole = { delimiter: "\x01", quote: "" };
  const lines = csvReader(file, whole, "header = false, columns = {line: 'VARCHAR'}");
  const [header] = await db.rows<{ line: string | null }>(`FROM ${lines} LIMIT 1`);
  const line = header?.line ?? "";
  if (line === "") {
    throw new SyntaxError(
      `Cannot read ${file}: its first line must name the columns, current value is ""`,
    );
  }
  return parseCsvHeader(line, wanted);
}
