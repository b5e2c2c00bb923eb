/** Rows of a notebook as a relation of the database. */
import { type AppendColumn, type Database, sqlName } from "../../data/duckdb/mod.ts";
import { type Table, table as tableOfRows, type TableColumn } from "../tables/mod.ts";
import type { SqlRows } from "./query.ts";

const staged = {
  number: "DOUBLE",
  time: "TIMESTAMP",
  boolean: "BOOLEAN",
  text: "VARCHAR",
} as const;

/**
 * Makes a table, or an array of objects, a view of `db`, in which a missing value is `NULL` and the
 * columns have the types of the table. Dropping the table of the same name with `_rows` behind
 * drops it too.
 *
 * @param name Of the view; it is not quoted, so letters, digits and `_`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await stageRows(db, "tariffs", [{ hour: 0, price: 0.1 }, { hour: 1 }]);
 * assert.deepEqual(await db.rows("FROM tariffs"), [
 *   { hour: 0, price: 0.1 },
 *   { hour: 1, price: null },
 * ]);
 * ```
 */
export async function stageRows(db: Database, name: string, rows: SqlRows): Promise<void> {
  const table: Table<unknown> = "toArquero" in rows ? rows : tableOfRows<object>(rows);
  if (table.columns.length === 0) {
    throw new TypeError("Cannot read rows as a relation: expected at least one column, got none");
  }
  const definitions = table.columns.map((column) =>
    `${sqlName(column.name)} ${staged[column.kind]}`
  );
  await db.run(`CREATE TEMP TABLE ${name}_rows (${definitions.join(", ")})`);
  await db.append(
    `${name}_rows`,
    Object.fromEntries(table.columns.map((column) => [column.name, valuesOf(table, column)])),
  );
  const columns = table.columns.map(({ name, type }) =>
    `CAST(${sqlName(name)} AS ${type}) AS ${sqlName(name)}`
  );
  await db.run(`CREATE TEMP VIEW ${name} AS SELECT ${columns.join(", ")} FROM ${name}_rows`);
}

function valuesOf(table: Table<unknown>, { name, kind }: TableColumn): AppendColumn {
  if (kind === "text") return table.texts(name);
  const numbers = table.numbers(name);
  if (kind === "boolean") {
    return Array.from(numbers, (value) => Number.isNaN(value) ? null : value === 1);
  }
  return Array.from(numbers, (value) => Number.isNaN(value) ? null : value);
}
