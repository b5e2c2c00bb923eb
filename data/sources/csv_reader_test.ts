import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { csvReader, readCsvHeader } from "./csv_reader.ts";

async function withFile(bytes: BlobPart, name: string, test: (file: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  const file = `${folder}/${name}`;
  await Deno.writeFile(file, await new Response(new Blob([bytes])).bytes());
  try {
    await test(file);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("csvReader() reads a text that looks like a comment, and a quoted delimiter", async () => {
  await withFile('m;v\n#1;"a;b"\n', "[1].csv", async (file) => {
    await using db = await openDatabase({ threads: 1 });
    const columns = "header = true, columns = {m: 'VARCHAR', v: 'VARCHAR'}";
    const reader = csvReader(file, { delimiter: ";", quote: '"' }, columns);
    assert.deepEqual(await db.rows(`FROM ${reader}`), [{ m: "#1", v: "a;b" }]);
  });
});

Deno.test("readCsvHeader() reads the first line of a gzipped file", async () => {
  const zipped = new Blob(["m|t\na|1\n"]).stream().pipeThrough(new CompressionStream("gzip"));
  await withFile(await new Response(zipped).bytes(), "a.csv.gz", async (file) => {
    await using db = await openDatabase({ threads: 1 });
    assert.deepEqual(await readCsvHeader(db, file, ["t"]), { delimiter: "|", names: ["m", "t"] });
  });
});

Deno.test("readCsvHeader() refuses an empty file", async () => {
  await withFile("", "a.csv", async (file) => {
    await using db = await openDatabase({ threads: 1 });
    await assert.rejects(readCsvHeader(db, file, []), {
      name: "SyntaxError",
      message: `Cannot read ${file}: its first line must name the columns, current value is ""`,
    });
  });
});
