/** Names of columns and tables that are chosen by code. */

/** A name that stands in a query as such, not as text. */
export interface Identifier {
  readonly identifier: string;
}

/**
 * A name of a column or table for `${…}` of a query; whatever it holds, it is quoted as one name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { createSql } from "./create_sql.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const sql = createSql(() => Promise.resolve(db));
 * const column = identifier("used kWh");
 * const [row] = await sql`SELECT max(${column}) AS most FROM ${[{ "used kWh": 3 }]}`;
 * assert.equal(row.most, 3);
 * ```
 */
export function identifier(name: string): Identifier {
  return { identifier: name };
}
