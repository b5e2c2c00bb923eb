import assert from "node:assert/strict";
import { join } from "node:path";
import { UsageError } from "../../pipelines/mod.ts";
import { list } from "./list.ts";

Deno.test("list tells the notebooks of the folder in order, and takes no words", async () => {
  const folder = await Deno.makeTempDir();
  for (const name of ["02_b.ipynb", "01_a.ipynb"]) await Deno.writeTextFile(join(folder, name), "");
  const lines: string[] = [];
  const surroundings = {
    folder,
    home: "unused",
    now: () => 0,
    out: (line: string) => void lines.push(line),
    err: assert.fail,
  };
  assert.equal(await list.run([], surroundings), 0);
  assert.deepEqual(lines, ["01_a.ipynb", "02_b.ipynb"]);
  await assert.rejects(list.run(["01"], surroundings), UsageError);
  await Deno.remove(folder, { recursive: true });
});
