/** The tag that runs SQL. */
import type { Database } from "../../data/mod.ts";
import { type Table, tableOfColumns, type Value } from "../tables/mod.ts";
import { explainSqlError } from "./sql_error.ts";
import { parseQuery, type SqlInput } from "./query.ts";

/**
 * Runs a query with the values in `${…}` bound to it: text, numbers, booleans, `Date`s and `null` as
 * themselves, arrays of them as lists, tables and arrays of objects as relations, `identifier()` as a name.
 *
 * @typeParam Row What a row holds; it is not checked.
 * @throws {SqlError} When DuckDB refuses the query, with the line and the place in it.
 */
export type Sql = <Row = Readonly<Record<string, Value>>>(
  parts: TemplateStringsArray,
  ...inputs: readonly SqlInput[]
) => Promise<Table<Row>>;

/**
 * Makes the tag of a database.
 *
 * @param open Called at each query; opens the database at the first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const sql = createSql(() => Promise.resolve(db));
 * const rooms = [{ room: "r1", beds: 2 }, { room: "r2", beds: 4 }];
 * const large = await sql<{ room: string }>`SELECT room FROM ${rooms} WHERE beds > ${2}`;
 * assert.deepEqual(large.objects(), [{ room: "r2" }]);
 * ```
 */
export function createSql(open: () => Promise<Database>): Sql {
  let relations = 0;
  return async function sql<Row>(parts: TemplateStringsArray, ...inputs: readonly SqlInput[]) {
    const query = parseQuery(parts, inputs, () => `given_${++relations}`);
    const db = await open();
    const { stageRows } = await import("./stage_rows.ts");
    try {
      for (const { name, rows } of query.relations) await stageRows(db, name, rows);
      return tableOfColumns<Row>(
        await db.columns(query.text, query.params.length === 0 ? undefined : query.params),
      );
    } catch (error) {
      throw explainSqlError(error, query.text, query.params.map(shownValue));
    } finally {
      for (const { name } of query.relations) {
        await db.run(`DROP VIEW IF EXISTS ${name}; DROP TABLE IF EXISTS ${name}_rows`);
      }
    }
  };
}

const LONGEST = 60;

function shownValue(value: string | number | boolean | null): string {
  const text = typeof value === "string" ? `'${value}'` : String(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
