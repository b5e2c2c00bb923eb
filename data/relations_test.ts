import assert from "node:assert/strict";
import { openDatabase } from "./duckdb/mod.ts";
import { createRawTables, dropRelation } from "./relations.ts";

Deno.test("createRawTables() makes the relations of the contract, in order", async () => {
  await using db = await openDatabase({ threads: 1 });
  await createRawTables(db);
  const columns = await db.rows(`
    SELECT table_name || '.' || column_name || ' ' || data_type AS c
    FROM information_schema.columns ORDER BY table_name, ordinal_position`);
  assert.deepEqual(columns.map((row) => (row as { c: string }).c), [
    "meters.meter_id VARCHAR",
    "meters.site_id VARCHAR",
    "meters.time_zone VARCHAR",
    "meters.interval_minutes INTEGER",
    "meters.kind VARCHAR",
    "meters.beds INTEGER",
    "meters.area_m2 DOUBLE",
    "raw_readings.meter_id VARCHAR",
    "raw_readings.ts TIMESTAMP",
    "raw_readings.kwh DOUBLE",
    "raw_readings.source_row BIGINT",
    "weather.site_id VARCHAR",
    "weather.ts TIMESTAMP",
    "weather.temperature_c DOUBLE",
  ]);
});

Deno.test("createRawTables() replaces filled tables and views of the same name", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE VIEW meters AS SELECT 1 AS x; CREATE TABLE weather AS SELECT 2 AS x");
  await createRawTables(db);
  assert.deepEqual(await db.rows("SELECT meter_id FROM meters"), []);
  assert.deepEqual(await db.rows("SELECT site_id FROM weather"), []);
});

Deno.test("dropRelation() leaves other names alone and accepts an unknown one", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE kept AS SELECT 1 AS x");
  await dropRelation(db, "nowhere");
  assert.deepEqual(await db.rows("FROM kept"), [{ x: 1 }]);
});

Deno.test("dropRelation() drops tables, views and temporary tables of any name", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE "my ""own"" table" AS SELECT 1 AS x; CREATE VIEW "order" AS SELECT 2 AS x;
    CREATE TEMP TABLE "x; y" AS SELECT 3 AS x`);
  for (const name of ['my "own" table', "order", "x; y"]) await dropRelation(db, name);
  assert.deepEqual(await db.rows("SELECT table_name FROM information_schema.tables"), []);
});
