import assert from "node:assert/strict";
import { serializeNotebook } from "./notebook.ts";
import { readNotebook, readPaired, writeNotebook } from "./notebook_file.ts";

const notebook = {
  cells: [{ cell_type: "markdown", id: "a", metadata: {}, source: "# Title\n\nText" }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
} as const;

Deno.test("writeNotebook() replaces a file whole and leaves nothing beside it", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/01_a.ipynb`;
  await Deno.writeTextFile(path, "old and much longer than nothing".repeat(100));
  await writeNotebook(path, notebook);
  assert.equal(await Deno.readTextFile(path), serializeNotebook(notebook));
  assert.deepEqual(await readNotebook(path), notebook);
  assert.deepEqual(Array.from(Deno.readDirSync(folder), ({ name }) => name), ["01_a.ipynb"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("readNotebook() names the file that is no notebook", async () => {
  const path = await Deno.makeTempFile({ suffix: ".ipynb" });
  await Deno.writeTextFile(path, "{");
  await assert.rejects(readNotebook(path), (error: Error) => {
    assert.equal(error.name, "TypeError");
    assert.ok(error.message.startsWith(`Cannot use "${path}": `));
    return true;
  });
  await Deno.writeFile(path, Uint8Array.of(0x7b, 0xff, 0x7d));
  await assert.rejects(readNotebook(path), {
    name: "TypeError",
    message: `Cannot use "${path}": Cannot read the text as it must be UTF-8`,
  });
  await Deno.remove(path);
});

Deno.test("readNotebook() and writeNotebook() take a .ts file for cells of TypeScript", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/01_a.ts`;
  await writeNotebook(path, notebook);
  assert.match(
    await Deno.readTextFile(path),
    /\n\/\/ %% \[markdown\]\n\/\/ # Title\n\/\/\n\/\/ Text\n$/,
  );
  const { cells } = await readNotebook(path);
  assert.deepEqual(cells, [{ ...notebook.cells[0], id: "cell-1" }]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("readPaired() takes ids from the notebook, and needs the text but no notebook", async () => {
  const folder = await Deno.makeTempDir();
  const [text, path] = [`${folder}/01_a.ts`, `${folder}/01_a.ipynb`];
  await Deno.writeTextFile(text, "// %% [markdown]\n// # Title\n//\n// Text\n");
  assert.notEqual((await readPaired(text, path)).cells[0].id, "a");
  await writeNotebook(path, notebook);
  assert.deepEqual((await readPaired(text, path)).cells, notebook.cells);
  await Deno.remove(text);
  await assert.rejects(readPaired(text, path), Deno.errors.NotFound);
  await Deno.remove(folder, { recursive: true });
});
