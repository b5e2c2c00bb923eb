import assert from "node:assert/strict";
import { join } from "node:path";
import { startTask } from "../pipelines/task_fixture.ts";
import { readNotebook, writeNotebook } from "./documents/mod.ts";
import { codeCell } from "./documents/code_cell_fixture.ts";

Deno.test("notebooks list prints every notebook of the folder", async () => {
  const { code, out } = await notebooks(["list"]);
  assert.equal(code, 0);
  assert.match(out, /^01_explore\.ipynb {2}dataset: string = "synthetic-hostel"/m);
});

Deno.test("notebooks lists its commands for --help and -h, and explains each", async () => {
  for (const flag of ["--help", "-h"]) {
    const { code, out } = await notebooks([flag]);
    assert.equal(code, 0);
    assert.match(out, /\n {2}notebooks list +Lists .*\n {2}notebooks run +Runs /);
  }
  const { code, out } = await notebooks(["run", "--help"]);
  assert.equal(code, 0);
  for (const word of ["notebooks run NAME", "--in-place", "--output", "--timeout"]) {
    assert.ok(out.includes(word), word);
  }
});

Deno.test("notebooks exits 2 on a wrong command line and names the commands there are", async () => {
  const { code, out, err } = await notebooks(["walk"]);
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, /^Cannot run "walk": expected list, run, .*\n$/);
  assert.equal((await notebooks([])).code, 2);
  assert.equal((await notebooks(["run"])).code, 2);
  assert.equal((await notebooks(["list", "01"])).code, 2);
});

Deno.test("notebooks run exits 1 when no notebook is meant or a cell throws, and names it", async () => {
  const unknown = await notebooks(["run", "99"]);
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, /^RangeError: Cannot tell which notebook "99" is/);
  const folder = await Deno.makeTempDir();
  const path = join(folder, "bad.ipynb");
  const cell = { cell_type: "code", id: "a", metadata: {}, source: "throw new Error('Bad')" };
  const cells = [{ ...cell, execution_count: null, outputs: [] }];
  const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
  await Deno.writeTextFile(path, JSON.stringify(notebook));
  const thrown = await notebooks(["run", path, "--output", join(folder, "out.ipynb")]);
  assert.deepEqual([thrown.code, thrown.out], [1, ""]);
  assert.match(
    thrown.err,
    /because: CellError: Cannot run cell 1, line 1 \("throw new Error\('Bad'\)"\)/,
  );
  await Deno.remove(folder, { recursive: true });
});

Deno.test("notebooks run exits 130 on SIGINT and keeps what was computed", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "waits.ipynb");
  const output = join(folder, "out.ipynb");
  const cells = ["6 * 7", "console.log('begun'); await new Promise(() => {})"].map(codeCell);
  await writeNotebook(path, { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  await using task = startTask("notebooks", ["run", path, "--output", output], folder);
  await task.seen(/Cell 2 of 2/);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  task.kill("SIGINT");
  const { code, out } = await task.outcome;
  assert.equal(code, 130);
  assert.equal(
    out,
    `Cannot finish ${path}: its outputs are in ${output}: Cannot run cell 2 ` +
      `("console.log('begun'); await new Promise(() => {})"): KernelInterruptedError: ` +
      "Cannot finish the code as it was interrupted\n",
  );
  const [first, second] = (await readNotebook(output)).cells;
  assert.equal(first.execution_count, 1);
  assert.deepEqual(second.outputs?.map(({ output_type }) => output_type), ["stream", "error"]);
  await Deno.remove(folder, { recursive: true });
});

async function notebooks(args: string[]) {
  const home = await Deno.makeTempDir();
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", new URL("main.ts", import.meta.url).pathname, ...args],
    env: { WATTBOOK_HOME: home, NO_COLOR: "1" },
  }).output();
  await Deno.remove(home, { recursive: true });
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}
