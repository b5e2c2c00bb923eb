/**
 * DuckDB in memory: SQL in, plain rows, typed columns or a float32 table out.
 * This folder alone loads the native driver.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./mod.ts";
 * await using db = await openDatabase();
 * await db.run("CREATE TABLE readings (meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE)");
 * await db.append("readings", { meter_id: ["r1", "r1"], ts: [0, 3_600_000], kwh: [0.5, 1] });
 * assert.deepEqual(await db.rows("SELECT sum(kwh) AS kwh FROM readings"), [{ kwh: 1.5 }]);
 * ```
 *
 * @module
 */

export { type AppendColumn } from "./append.ts";
export { type Cell } from "./cell.ts";
export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type PreparedQuery,
  type ReadOptions,
  type SqlParams,
} from "./database.ts";
export { type Float32Rows } from "./float32.ts";
export type { Columns } from "../held_columns.ts";
export { sqlName } from "../sql_name.ts";
export { sqlString } from "../sql_string.ts";
