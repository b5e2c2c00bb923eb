import { extname, join, parse } from "node:path";
import { defineCommand, listenForInterruption, type Progress } from "../../pipelines/mod.ts";
import { readNotebook, readPaired } from "../documents/mod.ts";
import { findNotebook } from "../find_notebook.ts";
import { keepRun } from "../keep_run.ts";
import { savesOf } from "../saves_of.ts";
import { CELL_TIMEOUT } from "./cell_timeout.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks watch NAME`. */
export const watch = defineCommand({
  syntax: {
    name: "notebooks watch",
    summary: "Runs a notebook now and each time that it, or the TypeScript beside it, is saved.",
    words: ["NAME"],
    options: {
      "timeout": CELL_TIMEOUT,
    },
  },
  async run({ folder, home, now }: NotebookPlace, { timeout }, progress, [name]) {
    const path = await findNotebook(folder, name);
    const stem = path.slice(0, -extname(path).length);
    const pair = { notebook: `${stem}.ipynb`, text: `${stem}.ts` };
    const output = join(home, "notebooks", `${parse(path).name}.ipynb`);
    using interruption = listenForInterruption();
    const { signal } = interruption;
    let runs = 0;
    const rerun = (saved: string, signal: AbortSignal) => {
      runs++;
      const options = { path: saved, output, cellTimeoutMs: timeout * 1000, now, signal, progress };
      return tell(progress, async () => {
        const isText = saved === pair.text;
        const notebook = await (isText ? readPaired(saved, pair.notebook) : readNotebook(saved));
        await keepRun(notebook, options);
        return output;
      });
    };
    let stop = new AbortController();
    let running = rerun(path, AbortSignal.any([signal, stop.signal]));
    for await (const saved of savesOf(Object.values(pair), signal)) {
      stop.abort();
      await running;
      stop = new AbortController();
      running = rerun(saved, AbortSignal.any([signal, stop.signal]));
    }
    await running;
    return { text: `Ran ${runs} times`, json: { notebook: path, output, runs } };
  },
});

/** Whatever is wrong with a notebook, its author goes on with it. */
async function tell(progress: Progress, run: () => Promise<string>): Promise<void> {
  try {
    progress.note(`Its outputs are in ${await run()}`);
  } catch (error) {
    for (let one: unknown = error; one instanceof Error; one = one.cause) {
      progress.note(`${one.name}: ${one.message}`);
    }
  }
}
