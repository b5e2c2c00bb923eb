/**
 * What a kernel costs beside plain `deno run` of the same code: its start up to the first output, and
 * each cell.
 */
import type { Notebook } from "../documents/mod.ts";
import { codeCell } from "../documents/code_cell_fixture.ts";
import { startKernel } from "./kernel.ts";
import { runNotebook } from "./run_notebook.ts";

const CELLS = 100;
const options = { cwd: import.meta.dirname!, now: Date.now };
const sources = Array.from(
  { length: CELLS },
  (_, i) => `const v${i}: number[] = [${i}];\nconsole.log(v${i}.length);`,
);
const notebook: Notebook = {
  cells: sources.map(codeCell),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};
const folder = await Deno.makeTempDir();
addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
const [one, all] = [`${folder}/one.ts`, `${folder}/all.ts`];
await Deno.writeTextFile(one, sources[0]);
await Deno.writeTextFile(all, sources.join("\n"));

Deno.bench(
  "deno run of a file to its output",
  { group: "start", baseline: true, n: 10 },
  async () => {
    await denoRun(one);
  },
);

Deno.bench("startKernel() to the first output of a cell", { group: "start", n: 10 }, async (b) => {
  b.start();
  const kernel = await startKernel(options);
  await kernel.execute(sources[0], 60_000);
  b.end();
  await kernel[Symbol.asyncDispose]();
});

Deno.bench(
  "deno run of the code of 100 cells",
  { group: "cells", baseline: true, n: 10 },
  async () => {
    await denoRun(all);
  },
);

Deno.bench("runNotebook() of 100 cells", { group: "cells", n: 10 }, async () => {
  await runNotebook(notebook, options);
});

const kernel = await startKernel(options);

Deno.bench("execute() of a cell in a running kernel", async () => {
  await kernel.execute(sources[0], 60_000);
});

async function denoRun(file: string): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), { args: ["run", file] }).output();
  if (!success) throw new Error(`Cannot run ${file}`);
}
