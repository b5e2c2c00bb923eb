import { dirname, join, parse, resolve } from "node:path";
import { defineCommand, UsageError } from "../../pipelines/mod.ts";
import { findNotebook } from "../find_notebook.ts";
import { readNotebook, writeNotebook } from "../documents/mod.ts";
import { CellError, runNotebook } from "../runner/mod.ts";
import type { NotebookPlace } from "./place.ts";

const TRACEBACK_LINES = 5;

/** `deno task notebooks run NAME`. */
export const run = defineCommand({
  syntax: {
    name: "notebooks run",
    summary:
      "Runs a notebook with the Deno kernel, in the notebook's folder, and keeps the result.",
    words: ["NAME"],
    options: {
      "output": {
        type: "string",
        placeholder: "FILE",
        description: "Where the result goes, else <WATTBOOK_HOME>/notebooks/<name>",
      },
      "in-place": { type: "boolean", description: "Replace the notebook by the result" },
      "timeout": {
        type: "number",
        placeholder: "S",
        description: "Seconds that one cell may take",
        min: 1,
        default: 600,
      },
    },
  },
  check({ output, "in-place": inPlace }) {
    if (inPlace && output !== undefined) {
      throw new UsageError(`Cannot use --in-place with --output: got "${output}"`);
    }
  },
  async run({ folder, home, now }: NotebookPlace, options, progress, [name]) {
    const path = await findNotebook(folder, name);
    const output = options.output ??
      (options["in-place"] ? path : join(home, "notebooks", `${parse(path).name}.ipynb`));
    const notebook = await readNotebook(path);
    try {
      const executed = await runNotebook(notebook, {
        cwd: resolve(dirname(path)),
        now,
        cellTimeoutMs: options.timeout * 1000,
        onCell: (cell, source) =>
          progress.note(`Cell ${cell} of ${notebook.cells.length}: ${firstLine(source)}`),
      });
      await writeNotebook(output, executed);
      return { text: output, json: { notebook: path, output } };
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      for (const line of error.failure.traceback.slice(1, 1 + TRACEBACK_LINES)) progress.note(line);
      // A failed run is kept for reading, but never in place of the notebook.
      const kept = !await isSameFile(output, path);
      if (kept) await writeNotebook(output, error.failure.notebook);
      const rest = kept ? `its outputs are in ${output}` : "the file stays as it was";
      throw new Error(`Cannot finish ${path}: ${rest}`, { cause: error });
    }
  },
});

function firstLine(source: string): string {
  return source.trim().split("\n", 1)[0];
}

/** A file may be spelled in many ways, through links too. */
async function isSameFile(output: string, notebook: string): Promise<boolean> {
  if (resolve(output) === resolve(notebook)) return true;
  try {
    return await Deno.realPath(output) === await Deno.realPath(notebook);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
