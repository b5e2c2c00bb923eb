/** Tables of numbers with a label, as benchmarks of outlier detectors come. */

import { basename } from "node:path";
import type { Database } from "../duckdb/mod.ts";
import { sqlName } from "../sql_name.ts";
import { explainCsvError } from "./csv_error.ts";
import { csvReader, readCsvHeader } from "./csv_reader.ts";

const LABEL = "label";

/** A table without times and meters. */
export interface LabelledTable {
  /** The file's name without its endings. */
  readonly name: string;
  /** Names of the columns of numbers, in the order of the file. */
  readonly columns: readonly string[];
  /** Row-major, as many as columns per row; `NaN` where a cell is empty. */
  readonly values: Float32Array;
  /** 1 = anomalous, else 0. */
  readonly label: Uint8Array;
}

/**
 * Reads a CSV file, plain or gzipped, whose column `label` is 0 or 1 and all others are numbers.
 *
 * @throws {RangeError} When there is no column `label`, no other one, or no row.
 * @throws {SyntaxError} When a cell is no number or a label neither 0 nor 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const file = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(file, "f0,label,f1\n1.5,0,2\n3,1,\n");
 * const { columns, values, label } = await readLabelledTable(db, file);
 * assert.deepEqual([columns, [...values], [...label]], [["f0", "f1"], [1.5, 2, 3, NaN], [0, 1]]);
 * await Deno.remove(file);
 * ```
 */
export async function readLabelledTable(db: Database, file: string): Promise<LabelledTable> {
  const { delimiter, names } = await readCsvHeader(db, file, [LABEL]);
  requireNames(names, file);
  const columns = names.filter((name) => name !== LABEL);
  const types = names.map((name) => `${sqlName(name)}: 'VARCHAR'`).join(", ");
  const reader = csvReader(file, { delimiter, quote: '"' }, `header = true, columns = {${types}}`);
  const number = (name: string) => `try_cast(nullif(trim(${sqlName(name)}), '') AS DOUBLE)`;
  try {
    await requireNumbers(db, { file, reader, names, number });
    const { values } = await db.float32(`SELECT ${columns.map(number).join(", ")} FROM ${reader}`);
    const labels = await db.columns(`SELECT ${number(LABEL)} AS ${LABEL} FROM ${reader}`);
    const label = Uint8Array.from(labels.numbers(LABEL));
    if (label.length === 0) {
      throw new RangeError(`Cannot read ${file}: it has no row below its header`);
    }
    return { name: basename(file).split(".")[0], columns, values, label };
  } catch (error) {
    throw explainCsvError(error, file);
  }
}

function requireNames(names: readonly string[], file: string): void {
  const repeated = names.find((name, at) => names.lastIndexOf(name) !== at);
  if (repeated !== undefined) {
    throw new RangeError(`Cannot read ${file}: the column "${repeated}" is there twice`);
  }
  if (!names.includes(LABEL) || names.length === 1) {
    throw new RangeError(
      `Cannot read ${file}: expected a column "${LABEL}" and columns of numbers, got [${
        names.join(", ")
      }]`,
    );
  }
}

async function requireNumbers(
  db: Database,
  { file, reader, names, number }: {
    readonly file: string;
    readonly reader: string;
    readonly names: readonly string[];
    readonly number: (name: string) => string;
  },
): Promise<void> {
  for (const name of names) {
    const text = `trim(coalesce(${sqlName(name)}, ''))`;
    const bad = name === LABEL
      ? `coalesce(${number(name)} NOT IN (0, 1), true)`
      : `${number(name)} IS NULL AND ${text} <> ''`;
    const [row] = await db.rows<{ source_row: number; text: string }>(`
      SELECT source_row, text
      FROM (SELECT row_number() OVER () AS source_row, ${text} AS text, ${bad} AS bad FROM ${reader})
      WHERE bad ORDER BY source_row LIMIT 1`);
    if (row === undefined) continue;
    const expected = name === LABEL ? "0 or 1" : "a number";
    throw new SyntaxError(
      `Cannot read the column "${name}" of row ${row.source_row} in ${file}: expected ${expected}, got ${
        JSON.stringify(row.text)
      }`,
    );
  }
}
