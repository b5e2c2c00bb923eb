import assert from "node:assert/strict";
import { sweep } from "./sweep.ts";

Deno.test("sweep() keeps the listed files and removes the rest with its empty folders", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/month=2020-01`);
  await Deno.mkdir(`${folder}/month=2020-02/deep`, { recursive: true });
  const files = ["manifest.json", "manifest.json.tmp", "month=2020-01/a", "month=2020-01/b"];
  for (const file of [...files, "month=2020-02/deep/c"]) {
    await Deno.writeTextFile(`${folder}/${file}`, "");
  }
  await sweep(folder, ["manifest.json", "month=2020-01/a", "never written"]);
  assert.deepEqual([...Deno.readDirSync(folder)].map((entry) => entry.name).sort(), [
    "manifest.json",
    "month=2020-01",
  ]);
  assert.deepEqual([...Deno.readDirSync(`${folder}/month=2020-01`)].map((entry) => entry.name), [
    "a",
  ]);
  await Deno.remove(folder, { recursive: true });
});
