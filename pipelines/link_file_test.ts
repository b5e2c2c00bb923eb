import assert from "node:assert/strict";
import { linkFile } from "./link_file.ts";

Deno.test("linkFile() says that a file is not there", async () => {
  const folder = await Deno.makeTempDir();
  assert.equal(await linkFile(`${folder}/none`, `${folder}/own`), false);
  assert.deepEqual([...Deno.readDirSync(folder)], []);
});

Deno.test("linkFile() leaves a second name that is taken as it is", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/mine`, "mine");
  await Deno.writeTextFile(`${folder}/shared`, "of whoever came first");
  assert.equal(await linkFile(`${folder}/mine`, `${folder}/shared`), true);
  assert.equal(await Deno.readTextFile(`${folder}/shared`), "of whoever came first");
});
