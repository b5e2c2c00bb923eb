import assert from "node:assert/strict";
import { join } from "node:path";
import { startTask } from "../../pipelines/task_fixture.ts";
import { readNotebook, writeNotebook } from "../documents/mod.ts";

Deno.test("watch runs again on each save, goes on after errors, and ends on SIGINT", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "mine.ipynb");
  const save = async (source: string) => {
    const cell = { cell_type: "code", id: "a", metadata: {}, source, outputs: [] } as const;
    const cells = [{ ...cell, execution_count: null }];
    await writeNotebook(path, { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  };
  const output = join(folder, "notebooks", "mine.ipynb");
  const shown = async () => {
    const [output_] = (await readNotebook(output)).cells[0].outputs!;
    return "data" in output_ ? output_.data["text/plain"] : output_.output_type;
  };
  await save("6 * 7");
  await using task = startTask("notebooks", ["watch", path], folder);
  await task.seen(/Its outputs are in/);
  assert.equal(await shown(), "42");
  await save("null.x");
  await task.seen(/CellError: Cannot run cell 1, line 1 \("null\.x"\)/);
  await save("await new Promise(() => {})");
  await task.seen(/await new Promise.* …/);
  await Deno.writeTextFile(join(folder, "mine.ts"), "// %%\n40 + 3\n");
  await task.seen(/40 \+ 3 done.*\nIts outputs are in/);
  assert.equal(await shown(), "43");
  task.kill("SIGINT");
  const { code, out } = await task.outcome;
  assert.deepEqual([code, out], [0, "Ran 4 times\n"]);
  await Deno.remove(folder, { recursive: true });
});
