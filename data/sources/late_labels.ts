/** What people found out about past times of meters: an anomaly, or nothing. */

import type { Database } from "../duckdb/mod.ts";
import { sqlName } from "../sql_name.ts";
import { explainCsvError } from "./csv_error.ts";
import { csvReader, readCsvHeader } from "./csv_reader.ts";
import { parseTime } from "./time_text.ts";

const COLUMNS = ["meter_id", "start", "end", "label"];
const MOST = 1_000_000;

/** A stretch of a meter's time of which the truth is known. */
export interface LateLabel {
  readonly meterId: string;
  /** Epoch milliseconds, inclusive. */
  readonly from: number;
  /** Epoch milliseconds, exclusive. */
  readonly to: number;
  /** 1 = anomalous, 0 = looked at and usual. */
  readonly label: 0 | 1;
}

/**
 * Reads a CSV file, plain or gzipped, with the columns `meter_id`, `start`, `end` (exclusive) and
 * `label` (1 or 0); others are passed over. Times without an offset are UTC. Time that no row speaks
 * of is not known.
 *
 * @returns By meter, start, end and label.
 * @throws {RangeError} When a column is missing, there is no row or there are more than a million.
 * @throws {SyntaxError} When a row has no meter, a time cannot be read, an end is not after its
 * start, or a label is neither 0 nor 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const file = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(file, "meter_id,start,end,label\na,2024-01-01,2024-01-01T05:00Z,1\n");
 * const from = Date.UTC(2024, 0, 1);
 * assert.deepEqual(await readLateLabels(db, file), [
 *   { meterId: "a", from, to: from + 5 * 3_600_000, label: 1 },
 * ]);
 * await Deno.remove(file);
 * ```
 */
export async function readLateLabels(db: Database, file: string): Promise<LateLabel[]> {
  const { delimiter, names } = await readCsvHeader(db, file, COLUMNS);
  if (
    COLUMNS.some((name) => names.indexOf(name) !== names.lastIndexOf(name) || !names.includes(name))
  ) {
    throw new RangeError(
      `Cannot read ${file}: expected each of the columns ${COLUMNS.join(", ")} once, got [${
        names.join(", ")
      }]`,
    );
  }
  const types = names.map((name) => `${sqlName(name)}: 'VARCHAR'`).join(", ");
  const reader = csvReader(file, { delimiter, quote: '"' }, `header = true, columns = {${types}}`);
  const time = (name: string) => parseTime(sqlName(name), "UTC").ts;
  try {
    const rows = await db.rows<
      {
        source_row: number;
        meter: string | null;
        start: number | null;
        stop: number | null;
        label: number | null;
      }
    >(`
      SELECT row_number() OVER () AS source_row, nullif(trim(meter_id), '') AS meter,
        ${time("start")} AS start, ${time("end")} AS stop,
        try_cast(trim(label) AS DOUBLE) AS label
      FROM ${reader} LIMIT ${MOST + 1}`);
    if (rows.length === 0 || rows.length > MOST) {
      throw new RangeError(
        `Cannot read ${file}: expected 1 to ${MOST} rows below its header, got ${
          rows.length === 0 ? "none" : "more"
        }`,
      );
    }
    return rows.map(({ source_row, meter, start, stop, label }) => {
      if (meter === null || start === null || stop === null || stop <= start) {
        throw new SyntaxError(
          `Cannot read row ${source_row} in ${file}: expected a meter, a time "start" and a later ` +
            `time "end", got [${[meter, isoText(start), isoText(stop)].join(", ")}]`,
        );
      }
      if (label !== 0 && label !== 1) {
        throw new SyntaxError(
          `Cannot read row ${source_row} in ${file}: expected the label 0 or 1, got ${label}`,
        );
      }
      const known: LateLabel = { meterId: meter, from: start, to: stop, label };
      return known;
    }).sort((a, b) =>
      a.meterId < b.meterId
        ? -1
        : a.meterId > b.meterId
        ? 1
        : a.from - b.from || a.to - b.to || a.label - b.label
    );
  } catch (error) {
    throw explainCsvError(error, file);
  }
}

function isoText(ms: number | null): string {
  return ms === null ? "null" : new Date(ms).toISOString();
}
