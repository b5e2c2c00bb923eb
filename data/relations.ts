/** The DuckDB relations that sources fill and the rest of the project reads. */

import type { Database } from "./duckdb/mod.ts";
import { sqlName } from "./sql_name.ts";

const rawTables = {
  raw_readings: "meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE, source_row BIGINT",
  meters:
    "meter_id VARCHAR, site_id VARCHAR, time_zone VARCHAR, interval_minutes INTEGER, kind VARCHAR, beds INTEGER, area_m2 DOUBLE",
  weather: "site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE",
};

/**
 * Creates the empty tables a source fills, replacing what bears their names:
 * `raw_readings` (rows as the source gives them; `source_row` is their order; `kwh` may be
 * `NULL`), `meters` and `weather`. Times are UTC.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./duckdb/mod.ts";
 * await using db = await openDatabase();
 * await createRawTables(db);
 * assert.deepEqual(await db.rows("SELECT count(*) AS n FROM raw_readings"), [{ n: 0 }]);
 * ```
 */
export async function createRawTables(db: Database): Promise<void> {
  for (const [name, columns] of Object.entries(rawTables)) {
    await dropRelation(db, name);
    await db.run(`CREATE TABLE ${name} (${columns})`);
  }
}

/**
 * Drops the table or view called `name`, if there is one. SQL's own `DROP … IF EXISTS`
 * fails when the name is of the other kind.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./duckdb/mod.ts";
 * await using db = await openDatabase();
 * await db.run("CREATE VIEW readings AS SELECT 1 AS one");
 * await dropRelation(db, "readings");
 * await assert.rejects(db.rows("FROM readings"), /does not exist/);
 * ```
 */
export async function dropRelation(db: Database, name: string): Promise<void> {
  const found = await db.rows<{ type: string }>(
    `SELECT CASE table_type WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END AS type
     FROM information_schema.tables WHERE table_name = ?`,
    [name],
  );
  for (const { type } of found) await db.run(`DROP ${type} ${sqlName(name)}`);
}
