import assert from "node:assert/strict";
import { openDatabase } from "./duckdb/mod.ts";
import { openTable } from "./open_table.ts";

Deno.test("openTable() tells the kind of each column of a Parquet file", async () => {
  await using db = await openDatabase({ threads: 1 });
  const folder = await Deno.makeTempDir();
  const file = `${folder}/a'[b].parquet`;
  await db.run(`COPY (SELECT 1::TINYINT AS a, 1::UBIGINT AS b, 1.5::DECIMAL(9, 2) AS c,
    2::FLOAT AS d, true AS e, 'x' AS f, DATE '2024-01-01' AS g,
    TIMESTAMPTZ '2024-01-01 00:00:00+00' AS h, [1] AS i, 'x'::ENUM('x') AS "J ""k""")
    TO '${file.replaceAll("'", "''")}'`);
  const columns = await openTable(db, "current", file);
  assert.deepEqual(columns.map(({ name, kind }) => [name, kind]), [
    ["a", "number"],
    ["b", "number"],
    ["c", "number"],
    ["d", "number"],
    ["e", "boolean"],
    ["f", "text"],
    ["g", "time"],
    ["h", "time"],
    ["i", "other"],
    ['J "k"', "text"],
  ]);
  assert.deepEqual(await db.rows("SELECT a, f FROM current"), [{ a: 1, f: "x" }]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("openTable() takes a column of a CSV file for text when its last row is", async () => {
  await using db = await openDatabase({ threads: 1 });
  const file = await Deno.makeTempFile({ suffix: ".csv" });
  const numbers = Array.from({ length: 30_000 }, (_, i) => i);
  await Deno.writeTextFile(file, ["code", ...numbers, "A7"].join("\n"));
  const [column] = await openTable(db, "reference", file);
  assert.equal(column.kind, "text");
  assert.deepEqual(await db.rows("SELECT count(*) AS n FROM reference"), [{ n: 30_001 }]);
  await Deno.remove(file);
});

Deno.test("openTable() replaces what bears the name, and names a file that is not there", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE current AS SELECT 1 AS x");
  const file = await Deno.makeTempFile({ suffix: ".csv" });
  await Deno.writeTextFile(file, "y\n2\n");
  await openTable(db, "current", file);
  assert.deepEqual(await db.rows("SELECT * FROM current"), [{ y: 2 }]);
  await assert.rejects(openTable(db, "current", "/no/such.parquet"), {
    message: 'Cannot read the table "/no/such.parquet"',
  });
  await Deno.remove(file);
});
