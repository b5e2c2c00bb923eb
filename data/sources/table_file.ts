/** Any CSV or Parquet file of readings, by naming its columns. */

import { basename } from "node:path";
import type { Database } from "../duckdb/mod.ts";
import { requireDatasetName } from "../lake/folder.ts";
import { createRawTables } from "../relations.ts";
import { fileSha256, sha256 } from "../digest.ts";
import { explainCsvError } from "./csv_error.ts";
import { inferMeters } from "./infer_meters.ts";
import { countLoaded } from "./loaded.ts";
import { separateRepeatedHour } from "./repeated_hour.ts";
import type { Source } from "./source.ts";
import { type TableColumns, tableRows } from "./table_rows.ts";
import { parseTime } from "./time_text.ts";

/** How to read a table file; a time is local or has an offset such as `Z`, a value is kWh. */
export interface TableFileOptions extends TableColumns {
  /** IANA time zone of the site, and of times without an offset. */
  readonly timeZone: string;
  /** Name of the dataset. @default the file's name */
  readonly name?: string;
}

/**
 * A file of readings. Local times become UTC; where the clock is set back, the first of the two
 * rows of a local time is of the earlier hour. A meter's interval is its most frequent step. An
 * empty value is kept as a missing one.
 *
 * @throws {RangeError} When the name is not lower-case letters, digits and single hyphens.
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
  requireDatasetName(name);
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
      await requireTimeZone(db, timeZone);
      await createRawTables(db);
      await stage(db, options);
      await requireParsed(db, file);
      await separateRepeatedHour(db, "table_file_rows", timeZone);
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
  const { ts, local } = parseTime("time_text", options.timeZone);
  try {
    await db.run(`
      CREATE OR REPLACE TABLE table_file_rows AS
      SELECT
        row_number() OVER () AS source_row,
        meter_text AS meter_id,
        time_text,
        nullif(trim(value_text), '') AS number_text,
        ${ts} AS ts,
        ${local} AS local,
        try_cast(number_text AS DOUBLE) AS kwh
      FROM (${await tableRows(db, options)})`);
  } catch (error) {
    throw explainCsvError(error, options.file);
  }
}

async function requireParsed(db: Database, file: string): Promise<void> {
  const [{ rows }] = await db.rows<{ rows: number }>(
    "SELECT count(*) AS rows FROM table_file_rows",
  );
  if (rows === 0) throw new RangeError(`Cannot load ${file}: it has no row below its header`);
  const [bad] = await db.rows<{ row: number; what: string; text: string | null }>(`
    SELECT source_row AS row,
      CASE WHEN meter_id IS NULL THEN 'meter' WHEN ts IS NULL THEN 'time' ELSE 'value' END AS what,
      CASE what WHEN 'meter' THEN NULL WHEN 'time' THEN time_text ELSE number_text END AS text
    FROM table_file_rows
    WHERE meter_id IS NULL OR ts IS NULL OR (kwh IS NULL AND number_text IS NOT NULL)
    ORDER BY source_row LIMIT 1`);
  if (bad !== undefined) {
    throw new SyntaxError(
      `Cannot read the ${bad.what} of row ${bad.row} in ${file}: current value is ${
        JSON.stringify(bad.text)
      }`,
    );
  }
}
