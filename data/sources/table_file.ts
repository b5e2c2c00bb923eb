/** Any CSV or Parquet file of readings, by naming its columns. */

import { basename, extname } from "node:path";
import type { Database } from "../duckdb/mod.ts";
import { sqlString } from "../sql_string.ts";
import { createRawTables } from "../relations.ts";
import { fileSha256, sha256 } from "../digest.ts";
import { inferMeters } from "./infer_meters.ts";
import { countLoaded } from "./loaded.ts";
import type { Source } from "./source.ts";
import { parseTime } from "./time_text.ts";

/** How to read a table file. */
export interface TableFileOptions {
  /** Path of a `.parquet` file; anything else is read as CSV with a header, also gzipped. */
  readonly file: string;
  /** Column that names the meter. */
  readonly meterColumn: string;
  /** Column with the start of the interval: local time, or with an offset such as `Z`. */
  readonly timeColumn: string;
  /** Column with the energy of the interval, kWh; empty where it is missing. */
  readonly valueColumn: string;
  /** IANA time zone of the site, and of times without an offset. */
  readonly timeZone: string;
  /** Name of the dataset. @default the file's name */
  readonly name?: string;
}

/**
 * A file of readings. Local times become UTC; where the clock is set back, the repeated hour
 * maps to one UTC hour, so its rows show as duplicates. A meter's interval is its most
 * frequent step. An empty value is kept as a missing one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const source = tableFile({
 *   file: "hostel/Meter Export.csv",
 *   meterColumn: "room",
 *   timeColumn: "time",
 *   valueColumn: "kwh",
 *   timeZone: "Asia/Kolkata",
 * });
 * assert.equal(source.name, "meter-export");
 * ```
 */
export function tableFile(options: TableFileOptions): Source {
  const { file, timeZone } = options;
  const name = options.name ?? datasetName(file);
  return {
    name,
    title: `Readings of ${basename(file)}`,
    licence: "as its owner states",
    origin: file,
    async load(db, context) {
      const digest = sha256(JSON.stringify([
        await fileSha256(file),
        options.meterColumn,
        options.timeColumn,
        options.valueColumn,
        timeZone,
      ]));
      await requireColumns(db, options);
      await requireTimeZone(db, timeZone);
      await createRawTables(db);
      await stage(db, options);
      await requireParsed(db, file);
      await db.run(`
        INSERT INTO raw_readings SELECT meter_id, ts, kwh, source_row FROM table_file_rows;
        DROP TABLE table_file_rows`);
      await inferMeters(db, { siteId: name, timeZone });
      context.onProgress?.(1);
      return await countLoaded(db, { dataset: name, source: "file", digest });
    },
  };
}

function datasetName(file: string): string {
  const stem = basename(file).split(".")[0].toLowerCase();
  return stem.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
}

function reader(file: string): string {
  return extname(file) === ".parquet"
    ? `read_parquet(${sqlString(file)})`
    : `read_csv(${sqlString(file)}, header = true, all_varchar = true)`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function requireColumns(db: Database, options: TableFileOptions): Promise<void> {
  const found = await db.rows<{ column_name: string }>(`DESCRIBE FROM ${reader(options.file)}`);
  const names = found.map((row) => row.column_name);
  for (const column of [options.meterColumn, options.timeColumn, options.valueColumn]) {
    if (!names.includes(column)) {
      throw new RangeError(
        `Cannot find column "${column}" in ${options.file}: it has [${names.join(", ")}]`,
      );
    }
  }
}

async function requireTimeZone(db: Database, timeZone: string): Promise<void> {
  const known = await db.rows("SELECT name FROM pg_timezone_names() WHERE name = ?", [timeZone]);
  if (known.length === 0) {
    throw new RangeError(
      `Cannot read local times in time zone "${timeZone}": expected an IANA name such as "Europe/London"`,
    );
  }
}

/** Keeps the text beside what it parses to, so that an error can show it. */
async function stage(db: Database, options: TableFileOptions): Promise<void> {
  const { file, meterColumn, timeColumn, valueColumn, timeZone } = options;
  await db.run(`
    CREATE OR REPLACE TABLE table_file_rows AS
    SELECT
      row_number() OVER () AS source_row,
      CAST(${identifier(meterColumn)} AS VARCHAR) AS meter_id,
      CAST(${identifier(timeColumn)} AS VARCHAR) AS time_text,
      nullif(trim(CAST(${identifier(valueColumn)} AS VARCHAR)), '') AS value_text,
      ${parseTime("time_text", timeZone).ts} AS ts,
      try_cast(value_text AS DOUBLE) AS kwh
    FROM ${reader(file)}`);
}

async function requireParsed(db: Database, file: string): Promise<void> {
  const [bad] = await db.rows<{ row: number; what: string; text: string | null }>(`
    SELECT source_row AS row,
      CASE WHEN meter_id IS NULL THEN 'meter' WHEN ts IS NULL THEN 'time' ELSE 'value' END AS what,
      CASE what WHEN 'meter' THEN NULL WHEN 'time' THEN time_text ELSE value_text END AS text
    FROM table_file_rows
    WHERE meter_id IS NULL OR ts IS NULL OR (kwh IS NULL AND value_text IS NOT NULL)
    ORDER BY source_row LIMIT 1`);
  if (bad !== undefined) {
    throw new SyntaxError(
      `Cannot read the ${bad.what} of row ${bad.row} in ${file}: current value is ${
        JSON.stringify(bad.text)
      }`,
    );
  }
}
