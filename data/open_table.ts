/** Any CSV or Parquet file as a relation. */
import type { Database } from "./duckdb/mod.ts";
import { dropRelation } from "./relations.ts";
import { sqlFile } from "./sql_file.ts";
import { sqlName } from "./sql_name.ts";

/** What the values of a column are. */
export type ColumnKind = "number" | "boolean" | "text" | "time" | "other";

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Its type in DuckDB. */
  readonly type: string;
}

const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BIGNUM|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;
const TIME = /^(DATE|TIME|TIMESTAMP)/;

/**
 * Makes a file a relation of `db`, replacing what bears its name. A CSV file is read whole to tell
 * the types of its columns, a Parquet file (ending `.parquet`) is read where it lies.
 *
 * @returns The columns in the order of the file.
 * @throws {Error} When the file is not there, or is neither CSV nor Parquet.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const file = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(file, "room,kwh\nr1,1.5\nr2,\n");
 * assert.deepEqual(await openTable(db, "sold", file), [
 *   { name: "room", kind: "text", type: "VARCHAR" },
 *   { name: "kwh", kind: "number", type: "DOUBLE" },
 * ]);
 * await Deno.remove(file);
 * ```
 */
export async function openTable(
  db: Database,
  relation: string,
  file: string,
): Promise<TableColumn[]> {
  const name = sqlName(relation);
  await dropRelation(db, relation);
  try {
    await db.run(
      file.endsWith(".parquet")
        ? `CREATE VIEW ${name} AS FROM read_parquet(${sqlFile(file)}, hive_partitioning = false)`
        : `CREATE TABLE ${name} AS FROM read_csv(${sqlFile(file)}, sample_size = -1)`,
    );
  } catch (cause) {
    throw new Error(`Cannot read the table "${file}"`, { cause });
  }
  const columns = await db.rows<{ column_name: string; column_type: string }>(
    `DESCRIBE ${name}`,
  );
  return columns.map(({ column_name, column_type }) => ({
    name: column_name,
    kind: kindOf(column_type),
    type: column_type,
  }));
}

function kindOf(type: string): ColumnKind {
  if (NUMBER.test(type)) return "number";
  if (TIME.test(type)) return "time";
  if (type === "BOOLEAN") return "boolean";
  return type === "VARCHAR" || type.startsWith("ENUM(") ? "text" : "other";
}
