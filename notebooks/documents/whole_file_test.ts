import assert from "node:assert/strict";
import { writeWhole } from "./whole_file.ts";

Deno.test("writeWhole() replaces a longer file whole and leaves nothing beside it", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/a.txt`, "old and longer");
  await writeWhole(`${folder}/a.txt`, "new");
  assert.equal(await Deno.readTextFile(`${folder}/a.txt`), "new");
  assert.deepEqual(Array.from(Deno.readDirSync(folder), ({ name }) => name), ["a.txt"]);
  await Deno.remove(folder, { recursive: true });
});
