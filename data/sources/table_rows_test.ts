import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { sqlFile } from "../sql_file.ts";
import { sqlString } from "../sql_string.ts";
import { tableRows } from "./table_rows.ts";

const NAMES = { meterColumn: "m", timeColumn: "t", valueColumn: "v" };

/** The `[meter, time, value]` of a file with this content, under this path of a fresh folder. */
async function rowsOf(
  content: string | Uint8Array<ArrayBuffer>,
  path = "a.csv",
): Promise<unknown[][]> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/v=99`);
    await Deno.writeTextFile(`${folder}/data1.csv`, "m,t,v\nother,t,1\n");
    await Deno.writeFile(
      `${folder}/${path}`,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
    await using db = await openDatabase({ threads: 1 });
    const rows = await db.rows<Record<string, unknown>>(
      await tableRows(db, { file: `${folder}/${path}`, ...NAMES }),
    );
    return rows.map((row) => [row.meter_text, row.time_text, row.value_text]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("tableRows() reads meters called like comments, whatever other rows look like", async () => {
  assert.deepEqual(
    await rowsOf('m,t,v\na,1,2\n#2,1,2\n"# 3",1,2\nroom 5",1,\n\n"a ""b"",\nc",1,2\n'),
    [
      ["a", "1", "2"],
      ["#2", "1", "2"],
      ["# 3", "1", "2"],
      ['room 5"', "1", null],
      ['a "b",\nc', "1", "2"],
    ],
  );
});

Deno.test("tableRows() reads a first quote after 30,000 rows", async () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `a,1,${i}`);
  const rows = await rowsOf(["m,t,v", ...lines, '"b,2",1,7'].join("\r\n"));
  assert.equal(rows.length, 30_001);
  assert.deepEqual(rows.at(-1), ["b,2", "1", "7"]);
});

Deno.test("tableRows() reads every delimiter, other columns of any name, a mark and gzip", async () => {
  for (const delimiter of [",", ";", "\t", "|"]) {
    const lines = ["value_text,v,v2,m,meter_text,t,x,x", "99,1,2,a,other,2020,,"];
    const text = `\uFEFF${lines.join("\n").replaceAll(",", delimiter)}`;
    assert.deepEqual(await rowsOf(text), [["a", "2020", "1"]]);
  }
  const zipped = new Blob(["m,t,v\na,1,2\n"]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(zipped).arrayBuffer());
  assert.deepEqual(await rowsOf(bytes, "a.csv.gz"), [["a", "1", "2"]]);
});

Deno.test("tableRows() reads the named file only, and nothing of its path", async () => {
  for (const path of ["data[1].csv", "d*.csv", "v=99/a.csv"]) {
    assert.deepEqual(await rowsOf("m,t,v\na,1,2\n", path), [["a", "1", "2"]]);
  }
});

Deno.test("tableRows() reads Parquet under any ending's case and with any column's name", async () => {
  const folder = await Deno.makeTempDir();
  await using db = await openDatabase({ threads: 1 });
  const file = `${folder}/a[1].PARQUET`;
  await db.run(`COPY (SELECT 7 AS m, 'now' AS t, 0.1::DOUBLE AS v, 'no' AS time_text)
    TO ${sqlString(file)} (FORMAT parquet)`);
  assert.deepEqual(await db.rows(await tableRows(db, { file, ...NAMES })), [
    { meter_text: "7", time_text: "now", value_text: "0.1" },
  ]);
  assert.equal((await db.rows(`FROM read_parquet(${sqlFile(file)})`)).length, 1);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("tableRows() refuses a file without a header and a column that stands there twice", async () => {
  for (const text of ["", "\n", "\nm,t,v\n"]) {
    await assert.rejects(rowsOf(text), {
      name: "SyntaxError",
      message: /^Cannot read .*: its first line must name the columns, current value is ""$/,
    });
  }
  await assert.rejects(rowsOf("m,t,v,v\na,1,2,3\n"), {
    name: "RangeError",
    message: /^Cannot tell which column "v" of .* is meant: it has \[m, t, v, v\]$/,
  });
});
