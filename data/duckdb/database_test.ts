import assert from "node:assert/strict";
import { type Database, openDatabase } from "./database.ts";

Deno.test("openDatabase() binds positional and named parameters", async () => {
  await using db = await openDatabase({ threads: 1 });
  assert.deepEqual(await db.rows("SELECT ? + ? AS n", [1, 2]), [{ n: 3 }]);
  assert.deepEqual(await db.rows("SELECT $a AS a", { a: "x" }), [{ a: "x" }]);
});

Deno.test("openDatabase() knows time zones without the network", async () => {
  await using db = await openDatabase({ threads: 1 });
  const rows = await db.rows(`
    SELECT
      TIMESTAMP '2020-07-01 12:00' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London' AS local,
      TIMESTAMP '2020-07-01 12:00' AT TIME ZONE 'Europe/London' AT TIME ZONE 'UTC' AS utc,
      current_setting('TimeZone') AS zone`);
  assert.deepEqual(rows, [{
    local: Date.UTC(2020, 6, 1, 13),
    utc: Date.UTC(2020, 6, 1, 11),
    zone: "UTC",
  }]);
});

Deno.test("openDatabase() keeps DuckDB's message and works on after an error", async () => {
  await using db = await openDatabase({ threads: 1 });
  await assert.rejects(db.run("SELECT * FROM nowhere"), /Table with name nowhere does not exist/);
  assert.deepEqual(await db.rows("SELECT 1 AS one"), [{ one: 1 }]);
});

Deno.test("prepare() reads what the tables hold when the query runs, even those made anew", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE t AS SELECT 1 AS i");
  const query = await db.prepare("SELECT sum(i) AS total FROM t");
  const total = async () => [...(await query.columns()).numbers("total")];
  assert.deepEqual(await total(), [1]);
  await db.append("t", { i: [2, 3] });
  assert.deepEqual(await total(), [6]);
  await db.run("CREATE OR REPLACE TABLE t AS SELECT 10 AS i");
  assert.deepEqual(await total(), [10]);
  await query.close();
  await assert.rejects(db.prepare("SELECT x FROM t"), /"x" not found/);
});

Deno.test("openDatabase() runs overlapping calls in turn", async () => {
  await using db = await openDatabase();
  await db.run("CREATE TABLE t AS SELECT i FROM range(500000) r(i)");
  const [x, columns, rows] = await Promise.all([
    db.float32("SELECT i FROM t"),
    db.columns("SELECT i FROM t"),
    db.rows("SELECT count(*) AS n FROM t"),
    db.run("DROP TABLE t"),
  ]);
  assert.equal(x.rows, 500_000);
  assert.equal(columns.rows, 500_000);
  assert.deepEqual(rows, [{ n: 500_000 }]);
});

Deno.test("openDatabase() holds the memory limit", async () => {
  await using db = await openDatabase({ memoryLimit: "20MB", threads: 1 });
  await assert.rejects(
    db.run("CREATE TABLE t AS SELECT random() AS x, random() AS y FROM range(5000000)"),
    /Out of Memory/,
  );
});

Deno.test({
  name: "release() gives back what a dropped table took, and changes nothing else",
  // DuckDB brings an allocator of its own on Linux alone.
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using db = await openDatabase({ memoryLimit: "500MB", threads: 1 });
    const limit = () => db.rows("SELECT current_setting('memory_limit') AS text");
    const before = await limit();
    await db.run(`
    CREATE TABLE kept AS SELECT 7 AS x;
    CREATE TABLE large AS SELECT random() AS x FROM range(12_500_000);
    DROP TABLE large`);
    const held = Deno.memoryUsage().rss;
    await db.release();
    // A table of 100 MB, of which DuckDB may have given back a part by itself.
    assert.ok(Deno.memoryUsage().rss < held - 30e6);
    assert.deepEqual(await limit(), before);
    assert.deepEqual(await db.rows("SELECT x FROM kept"), [{ x: 7 }]);
  },
});

Deno.test("float32() reports progress that never falls and ends at 1", async () => {
  await using db = await openDatabase();
  const seen: number[] = [];
  await db.float32("SELECT i FROM range(300000) r(i) ORDER BY hash(i)", {
    onProgress: (fraction) => seen.push(fraction),
  });
  assert.deepEqual(seen, seen.toSorted((a, b) => a - b));
  assert.equal(seen.at(-1), 1);
  assert.ok(seen[0] >= 0);
});

Deno.test("close() may be called twice and lets calls under way finish", async () => {
  const db = await openDatabase({ threads: 1 });
  const pending = db.rows("SELECT 1 AS one");
  await db.close();
  await db.close();
  assert.deepEqual(await pending, [{ one: 1 }]);
});

Deno.test("keep() lets go of a resource when another takes its name and when the database closes", async () => {
  const db = await openDatabase({ threads: 1 });
  const gone: string[] = [];
  async function keep(name: string, what: string): Promise<void> {
    await db.keep(name, { [Symbol.asyncDispose]: () => Promise.resolve(void gone.push(what)) });
  }
  await keep("lake", "first");
  await keep("other", "beside");
  assert.deepEqual(gone, []);
  await keep("lake", "second");
  assert.deepEqual(gone, ["first"]);
  await db.close();
  await db.close();
  assert.deepEqual(gone, ["first", "second", "beside"]);
});

Deno.test("connect() shares tables, and keeps temporary tables and the search path apart", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run(
    "CREATE TABLE t AS SELECT 1 AS i; CREATE SCHEMA s; CREATE TABLE s.t AS SELECT 2 AS i",
  );
  const other = await db.connect();
  await other.run("SET search_path = 's'; CREATE TEMP TABLE own (i INTEGER)");
  await db.run("CREATE TEMP TABLE own (i INTEGER)");
  await Promise.all([db.append("own", { i: [3] }), other.append("own", { i: [4, 5] })]);
  const seen = (of: Database) => of.rows("SELECT i, (SELECT sum(i) FROM own) AS own FROM t");
  assert.deepEqual(await Promise.all([seen(db), seen(other)]), [
    [{ i: 1, own: 3 }],
    [{ i: 2, own: 9 }],
  ]);
  await other.close();
  await assert.rejects(other.rows("SELECT 1"));
  assert.deepEqual(await seen(db), [{ i: 1, own: 3 }]);
});

Deno.test("a database that closes waits for its other connections", async () => {
  const db = await openDatabase({ threads: 1 });
  const other = await db.connect();
  const running = other.rows("SELECT count(*) AS n FROM range(1000000)");
  await db.close();
  assert.deepEqual(await running, [{ n: 1_000_000 }]);
  await assert.rejects(other.rows("SELECT 1"));
});
