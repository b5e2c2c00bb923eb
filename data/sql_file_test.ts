import assert from "node:assert/strict";
import { openDatabase } from "./duckdb/mod.ts";
import { sqlFile } from "./sql_file.ts";
import { sqlString } from "./sql_string.ts";

Deno.test("sqlFile() reads the file of that name beside one that its pattern matches", async () => {
  const folder = await Deno.makeTempDir();
  await using db = await openDatabase({ threads: 1 });
  await Deno.mkdir(`${folder}/h[1]`);
  const files = ["data[1].csv", "data1.csv", "d*.csv", "dat?1.csv", "it's.csv", "h[1]/a]b.csv"];
  for (const file of files) await Deno.writeTextFile(`${folder}/${file}`, `name\n${file}\n`);
  for (const file of files) {
    assert.deepEqual(await db.rows(`FROM read_csv(${sqlFile(`${folder}/${file}`)})`), [
      { name: file },
    ]);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("sqlFile() leaves an ordinary path as it is", () => {
  for (const path of ["data/local/a.parquet", "/home/w b/month=2020-01/r-0.csv", ""]) {
    assert.equal(sqlFile(path), sqlString(path));
  }
});
