import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { type LabelledTable, readLabelledTable } from "./labelled_table.ts";

async function read(bytes: BlobPart, name = "glass.csv"): Promise<LabelledTable> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeFile(`${folder}/${name}`, await new Response(new Blob([bytes])).bytes());
    await using db = await openDatabase({ threads: 1 });
    return await readLabelledTable(db, `${folder}/${name}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("readLabelledTable() reads the rows of a gzipped file in their order", async () => {
  const text = `f 0,"f,1",label\n${
    Array.from({ length: 5_000 }, (_, i) => `${i},${1 - i / 2},${i % 2}`).join("\n")
  }\n`;
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const table = await read(await new Response(zipped).bytes(), "glass.csv.gz");
  assert.equal(table.name, "glass");
  assert.deepEqual(table.columns, ["f 0", "f,1"]);
  assert.deepEqual(
    table.values,
    Float32Array.from(
      { length: 10_000 },
      (_, i) => i % 2 === 0 ? i / 2 : 1 - Math.floor(i / 2) / 2,
    ),
  );
  assert.deepEqual(table.label, Uint8Array.from({ length: 5_000 }, (_, i) => i % 2));
});

Deno.test("readLabelledTable() takes an empty cell for missing and 1.0 for a label", async () => {
  const { values, label } = await read("f0,label\n,1.0\n2,0\n");
  assert.deepEqual([...values], [NaN, 2]);
  assert.deepEqual([...label], [1, 0]);
});

Deno.test("readLabelledTable() shows the cell it cannot read", async () => {
  await assert.rejects(read("f0,label\n1,0\nmany,1\n"), {
    name: "SyntaxError",
    message: /Cannot read the column "f0" of row 2 in .*glass\.csv: expected a number, got "many"/,
  });
  await assert.rejects(read("f0,label\n1,0\n1,2\n"), {
    name: "SyntaxError",
    message: /Cannot read the column "label" of row 2 in .*: expected 0 or 1, got "2"/,
  });
  await assert.rejects(read("f0,label\n1,\n"), SyntaxError);
});

Deno.test("readLabelledTable() refuses a table without labels, numbers or rows", async () => {
  await assert.rejects(read("f0,f1\n1,2\n"), {
    name: "RangeError",
    message: /expected a column "label" and columns of numbers, got \[f0, f1\]/,
  });
  await assert.rejects(read("label\n1\n"), RangeError);
  await assert.rejects(read("f0,f0,label\n1,1,1\n"), /the column "f0" is there twice/);
  await assert.rejects(read("f0,label\n"), /it has no row below its header/);
});
