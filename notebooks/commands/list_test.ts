import assert from "node:assert/strict";
import { join } from "node:path";
import { createProgress } from "../../pipelines/mod.ts";
import { list } from "./list.ts";
import { notebookPlace } from "./place.ts";

Deno.test("list tells the notebooks of the folder in order", async () => {
  const folder = await Deno.makeTempDir();
  for (const name of ["02_b.ipynb", "01_a.ipynb"]) await Deno.writeTextFile(join(folder, name), "");
  const place = notebookPlace({ folder, home: "unused", now: () => 0 });
  const silent = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });
  assert.deepEqual(await list.run(place, {}, silent, []), {
    text: "01_a.ipynb\n02_b.ipynb",
    json: { notebooks: ["01_a.ipynb", "02_b.ipynb"] },
  });
  await Deno.remove(folder, { recursive: true });
});
