import assert from "node:assert/strict";
import { basename, join, relative } from "node:path";
import { type Cell, readNotebook, writeNotebook } from "../runner/mod.ts";
import { run } from "./run.ts";

Deno.test("run keeps the executed copy in the home and the notebook as it was", async () => {
  await using place = await folderWith(["const a = 6;", "a * 7"]);
  const before = await Deno.readTextFile(place.notebook);
  const { code, out, err } = await runIn(place.folder, [place.notebook]);
  const copy = join(place.folder, "notebooks", "01_mine.ipynb");
  assert.deepEqual([code, out], [0, [copy]]);
  assert.deepEqual(err, ["Cell 1 of 2: const a = 6;", "Cell 2 of 2: a * 7"]);
  const output = (await readNotebook(copy)).cells[1].outputs?.[0];
  assert.ok(output?.output_type === "execute_result");
  assert.equal(output.data["text/plain"], "42");
  assert.equal(await Deno.readTextFile(place.notebook), before);
});

Deno.test("run --in-place replaces the notebook", async () => {
  await using place = await folderWith(["40 + 2"]);
  assert.equal((await runIn(place.folder, [place.notebook, "--in-place"])).code, 0);
  assert.equal((await readNotebook(place.notebook)).cells[0].execution_count, 1);
});

Deno.test("run never replaces the notebook by a failed run, however its place is spelled", async () => {
  await using place = await folderWith(["throw new Error('Bad')"]);
  const before = await Deno.readTextFile(place.notebook);
  await Deno.symlink(place.notebook, join(place.folder, "link.ipynb"));
  const spelled = [
    ["--in-place"],
    ["--output", relative(Deno.cwd(), place.notebook)],
    ["--output", join(place.folder, "..", basename(place.folder), ".", "01_mine.ipynb")],
    ["--output", place.folder + "//01_mine.ipynb"],
    ["--output", join(place.folder, "link.ipynb")],
  ];
  for (const options of spelled) {
    const { code, out } = await runIn(place.folder, [place.notebook, ...options]);
    assert.deepEqual([code, out], [1, []]);
    assert.equal(await Deno.readTextFile(place.notebook), before, options.join(" "));
  }
});

Deno.test("run tells notebook, cell and error when a cell throws, and keeps the run", async () => {
  await using place = await folderWith([
    "1",
    "const f = () => {\n  throw new RangeError('Bad');\n};\nf()",
  ]);
  const { code, out, err } = await runIn(place.folder, [place.notebook]);
  assert.deepEqual([code, out], [1, []]);
  const said = `${place.notebook}: Cannot run cell 2 ("const f = () => {"): RangeError: Bad`;
  assert.ok(err.includes(said), err.join("\n"));
  const copy = await readNotebook(join(place.folder, "notebooks", "01_mine.ipynb"));
  assert.equal(copy.cells[1].outputs?.[0].output_type, "error");
});

Deno.test("run says which notebooks there are when the name fits none", async () => {
  await using place = await folderWith([]);
  await assert.rejects(runIn(place.folder, ["99"]), {
    name: "RangeError",
    message: /^Cannot tell which notebook "99" is .* of \[01_mine\.ipynb\]$/,
  });
});

async function runIn(folder: string, args: string[]) {
  const [out, err]: string[][] = [[], []];
  const code = await run.run(args, {
    folder,
    home: folder,
    now: Date.now,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { code, out, err };
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
