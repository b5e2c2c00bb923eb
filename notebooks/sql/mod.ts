/**
 * SQL in a notebook: a tag that binds values, and errors that show the line.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createSql } from "./mod.ts";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const sql = createSql(() => Promise.resolve(db));
 * const [{ twice }] = await sql`SELECT 2 * ${21} AS twice`;
 * assert.equal(twice, 42);
 * ```
 */
export { createSql, type Sql } from "./create_sql.ts";
export { type Identifier, identifier } from "./identifier.ts";
export { type SqlInput, type SqlRows, type SqlValue } from "./query.ts";
export { SqlError } from "./sql_error.ts";
