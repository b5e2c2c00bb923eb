import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import { table } from "../tables/mod.ts";
import { createSql, type Sql } from "./create_sql.ts";
import { SqlError } from "./sql_error.ts";

async function withSql(test: (sql: Sql, db: Database) => Promise<void>): Promise<void> {
  await using db = await openDatabase({ threads: 1 });
  await db.run(`
    CREATE TABLE readings AS SELECT * FROM (VALUES
      ('r1', TIMESTAMP '2024-01-01 00:00', 1.0), ('r1', TIMESTAMP '2024-01-01 01:00', 2.0),
      ('r''2', TIMESTAMP '2024-01-01 00:00', 4.0)) t(meter_id, ts, kwh)`);
  await test(createSql(() => Promise.resolve(db)), db);
}

Deno.test("sql binds values of every kind as themselves", async () => {
  await withSql(async (sql) => {
    const noon = new Date("2024-01-01T12:00:00.125Z");
    const [row] = await sql`
      SELECT ${"a'b"} AS text, ${1.5} AS number, ${true} AS yes, ${null} AS nothing,
        ${noon} AS at, ${9007199254740993n} = 9007199254740993 AS exact`;
    assert.deepEqual(row, {
      text: "a'b",
      number: 1.5,
      yes: true,
      nothing: NaN,
      at: noon.getTime(),
      exact: true,
    });
  });
});

Deno.test("sql takes lists, tables and objects, several times in a query", async () => {
  await withSql(async (sql) => {
    const some = await sql`SELECT sum(kwh) AS kwh FROM readings WHERE meter_id IN ${["r'2", "x"]}`;
    assert.deepEqual(some.objects(), [{ kwh: 4 }]);
    const none = await sql`SELECT count(*) AS n FROM readings WHERE meter_id IN ${[]}`;
    assert.deepEqual(none.objects(), [{ n: 0 }]);
    const beds = [{ meter_id: "r1", beds: 2 }, { meter_id: "r'2", beds: 4 }];
    const joined = await sql`
      SELECT meter_id, sum(kwh) / any_value(beds) AS per_bed
      FROM ${table(beds)} JOIN ${await sql`FROM readings`} USING (meter_id)
      WHERE beds IN (SELECT beds FROM ${beds})
      GROUP BY meter_id ORDER BY meter_id`;
    assert.deepEqual(joined.objects(), [
      { meter_id: "r'2", per_bed: 1 },
      { meter_id: "r1", per_bed: 1.5 },
    ]);
  });
});

Deno.test("sql leaves no relation behind, after an error neither", async () => {
  await withSql(async (sql, db) => {
    const rows = [{ a: 1 }];
    const before = await db.rows("SELECT table_name FROM duckdb_tables()");
    await sql`FROM ${rows}`;
    await assert.rejects(sql`SELECT b FROM ${rows}`, SqlError);
    await assert.rejects(sql`FROM ${rows} JOIN ${[{}]} USING (a)`, TypeError);
    assert.deepEqual(await db.rows("SELECT table_name FROM duckdb_tables()"), before);
    assert.deepEqual(
      await db.rows("SELECT view_name FROM duckdb_views() WHERE NOT internal"),
      [],
    );
  });
});

Deno.test("sql runs queries that overlap, each with its own relations", async () => {
  await withSql(async (sql) => {
    const sums = await Promise.all(
      [1, 2, 3].map(async (n) => [...await sql`SELECT sum(a) AS s FROM ${[{ a: n }, { a: n }]}`]),
    );
    assert.deepEqual(sums, [[{ s: 2 }], [{ s: 4 }], [{ s: 6 }]]);
  });
});

Deno.test("sql runs statements and gives what the last of them returns", async () => {
  await withSql(async (sql) => {
    const rows =
      await sql`CREATE TABLE t AS SELECT 1 AS a; INSERT INTO t VALUES (2); FROM t ORDER BY a`;
    assert.deepEqual(rows.objects(), [{ a: 1 }, { a: 2 }]);
  });
});

Deno.test("sql names line, place and bound values of an error", async () => {
  await withSql(async (sql) => {
    await assert.rejects(sql`SELECT meter_id,\n  kwhh\nFROM readings\nWHERE meter_id = ${"r1"}`, {
      name: "SqlError",
      line: 2,
      message: [
        'Cannot run the SQL: Referenced column "kwhh" not found in FROM clause!',
        'Candidate bindings: "kwh"',
        "",
        "1 │ SELECT meter_id,",
        "2 │   kwhh",
        "  │   ^",
        "3 │ FROM readings",
        "4 │ WHERE meter_id = $1",
        "",
        "$1 = 'r1'",
      ].join("\n"),
    });
  });
});
