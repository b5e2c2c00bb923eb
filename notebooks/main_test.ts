import assert from "node:assert/strict";
import { join } from "node:path";
import { type Cell, readNotebook, writeNotebook } from "./runner/mod.ts";

Deno.test("notebooks list prints every notebook of the folder", async () => {
  const { code, out } = await notebooks(["list"]);
  assert.equal(code, 0);
  assert.ok(out.split("\n").includes("01_explore.ipynb"));
});

Deno.test("notebooks run keeps the executed copy in WATTBOOK_HOME and the notebook as it was", async () => {
  await using place = await folderWith(["const a = 6;", "a * 7"]);
  const before = await Deno.readTextFile(place.notebook);
  const { code, out, err } = await notebooks(["run", place.notebook], place.folder);
  assert.equal(code, 0, err);
  const copy = join(place.folder, "notebooks", "01_mine.ipynb");
  assert.equal(out, `${copy}\n`);
  assert.match(err, /Cell 1 of 2: const a = 6;\nCell 2 of 2: a \* 7\n/);
  const output = (await readNotebook(copy)).cells[1].outputs?.[0];
  assert.ok(output?.output_type === "execute_result");
  assert.equal(output.data["text/plain"], "42");
  assert.equal(await Deno.readTextFile(place.notebook), before);
});

Deno.test("notebooks run --in-place replaces the notebook, but not by a failed run", async () => {
  await using place = await folderWith(["40 + 2"]);
  const { code } = await notebooks(["run", place.notebook, "--in-place"], place.folder);
  assert.equal(code, 0);
  assert.equal((await readNotebook(place.notebook)).cells[0].execution_count, 1);

  await using failing = await folderWith(["throw new Error('Bad')"]);
  const before = await Deno.readTextFile(failing.notebook);
  const failed = await notebooks(["run", failing.notebook, "--in-place"], failing.folder);
  assert.equal(failed.code, 1);
  assert.equal(await Deno.readTextFile(failing.notebook), before);
});

Deno.test("notebooks run exits 1 and names notebook, cell and error when a cell throws", async () => {
  await using place = await folderWith([
    "1",
    "const f = () => {\n  throw new RangeError('Bad');\n};\nf()",
  ]);
  const { code, out, err } = await notebooks(["run", place.notebook], place.folder);
  assert.equal(code, 1);
  assert.equal(out, "");
  assert.ok(
    err.includes(`${place.notebook}: Cannot run cell 2 ("const f = () => {"): RangeError: Bad\n`),
    err,
  );
  const copy = await readNotebook(join(place.folder, "notebooks", "01_mine.ipynb"));
  assert.equal(copy.cells[1].outputs?.[0].output_type, "error");
});

Deno.test("notebooks explains itself with --help and exits 2 on a wrong command line", async () => {
  const help = await notebooks(["--help"]);
  assert.equal(help.code, 0);
  for (
    const word of ["notebooks list", "notebooks run NAME", "--in-place", "--output", "--timeout"]
  ) {
    assert.ok(help.out.includes(word), word);
  }
  assert.deepEqual((await notebooks(["walk"])).code, 2);
  assert.deepEqual((await notebooks(["run"])).code, 2);
  const unknown = await notebooks(["run", "99"]);
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, /^RangeError: Cannot tell which notebook "99" is/);
});

async function notebooks(args: string[], home = "unused") {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", new URL("main.ts", import.meta.url).pathname, ...args],
    env: { WATTBOOK_HOME: home, NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

async function folderWith(sources: string[]) {
  const folder = await Deno.makeTempDir();
  const notebook = join(folder, "01_mine.ipynb");
  const cells = sources.map((source, i): Cell => ({
    cell_type: "code",
    id: `cell-${i}`,
    metadata: {},
    source,
    execution_count: null,
    outputs: [],
  }));
  await writeNotebook(notebook, { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  return {
    folder,
    notebook,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
