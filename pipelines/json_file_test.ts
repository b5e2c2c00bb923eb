import assert from "node:assert/strict";
import { readJsonFile, writeJsonFile } from "./json_file.ts";

Deno.test("writeJsonFile() replaces a file and leaves nothing else behind", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/a.json`;
  await writeJsonFile(path, [1], folder);
  await writeJsonFile(path, { b: null }, folder);
  assert.equal(await Deno.readTextFile(path), '{\n  "b": null\n}\n');
  assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.json"]);
});

Deno.test("readJsonFile() names a file that is not JSON", async () => {
  const path = await Deno.makeTempFile();
  await Deno.writeTextFile(path, "{");
  await assert.rejects(readJsonFile(path), {
    name: "SyntaxError",
    message: `Cannot read "${path}" as JSON`,
  });
});

Deno.test("readJsonFile() gives undefined for a missing file only", async () => {
  const folder = await Deno.makeTempDir();
  assert.equal(await readJsonFile(`${folder}/none.json`), undefined);
  await assert.rejects(readJsonFile(folder));
});
