import assert from "node:assert/strict";
import { join } from "node:path";
import { writeNotebook } from "./documents/mod.ts";
import { codeCell } from "./documents/code_cell_fixture.ts";
import { type TriedNotebook, tryNotebooks, type TryOptions } from "./try_notebooks.ts";

const options: TryOptions = {
  atOnce: 2,
  cellTimeoutMs: 60_000,
  now: Date.now,
  signal: new AbortController().signal,
  onTried() {},
};

Deno.test("tryNotebooks() runs each with an empty home of its own and removes it", async () => {
  const folder = await Deno.makeTempDir();
  const leave = `const home = Deno.env.get("WATTBOOK_HOME")!;
if ([...Deno.readDirSync(home)].length > 0) throw new Error("Not empty");
Deno.writeTextFileSync(home + "/left", "");
Deno.writeTextFileSync("homes.txt", home + "\\n", { append: true });`;
  const paths = await notebooks(folder, [[leave], [leave], ["1", "throw new Error('Bad')", "2"]]);
  const told: TriedNotebook[] = [];
  const tried = await tryNotebooks(paths, { ...options, onTried: (one) => told.push(one) });
  assert.deepEqual(tried.map(({ name, cells, error }) => [name, cells, error?.message]), [
    ["01_a.ipynb", 1, undefined],
    ["02_a.ipynb", 1, undefined],
    [
      "03_a.ipynb",
      1,
      `Cannot run cell 2, line 1 ("throw new Error('Bad')"): Error: Bad`,
    ],
  ]);
  assert.deepEqual(new Set(told), new Set(tried));
  const homes = (await Deno.readTextFile(join(folder, "homes.txt"))).trim().split("\n");
  assert.equal(new Set(homes).size, 2);
  for (const home of homes) await assert.rejects(Deno.stat(home), Deno.errors.NotFound);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("tryNotebooks() begins no other notebook once it is aborted", async () => {
  const folder = await Deno.makeTempDir();
  const paths = await notebooks(folder, [["await new Promise(() => {})"], ["1"]]);
  const stop = new AbortController();
  const trying = tryNotebooks(paths, { ...options, atOnce: 1, signal: stop.signal });
  setTimeout(() => stop.abort(), 1500);
  const tried = await trying;
  assert.equal(tried.length, 1);
  assert.match(tried[0].error!.message, /interrupted$/);
  await Deno.remove(folder, { recursive: true });
});

async function notebooks(folder: string, sources: string[][]): Promise<string[]> {
  return await Promise.all(sources.map(async (cells, at) => {
    const path = join(folder, `0${at + 1}_a.ipynb`);
    const whole = { metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
    await writeNotebook(path, { ...whole, cells: cells.map(codeCell) });
    return path;
  }));
}
