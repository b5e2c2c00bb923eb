import { basename, dirname, join, resolve } from "node:path";
import { parseCommand } from "../../pipelines/mod.ts";
import { findNotebook } from "../find_notebook.ts";
import { CellError, readNotebook, runNotebook, writeNotebook } from "../runner/mod.ts";
import type { NotebookCommand } from "./command.ts";

const SYNTAX = {
  name: "notebooks run",
  summary: "Runs a notebook with the Deno kernel, in the notebook's folder, and keeps the result.",
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
      default: 600,
    },
  },
} as const;

const TRACEBACK_LINES = 5;

/** `deno task notebooks run NAME`. */
export const run: NotebookCommand = {
  syntax: SYNTAX,
  async run(args, { folder, home, now, out, err }) {
    const { words: [name], options } = parseCommand(SYNTAX, args);
    const path = await findNotebook(folder, name);
    const output = options.output ??
      (options["in-place"] ? path : join(home, "notebooks", basename(path)));
    const notebook = await readNotebook(path);
    try {
      const executed = await runNotebook(notebook, {
        cwd: resolve(dirname(path)),
        now,
        cellTimeoutMs: options.timeout * 1000,
        onCell: (cell, source) =>
          err(`Cell ${cell} of ${notebook.cells.length}: ${firstLine(source)}`),
      });
      await writeNotebook(output, executed);
      out(output);
      return 0;
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      err(`${path}: ${error.message}`);
      for (const line of error.failure.traceback.slice(1, 1 + TRACEBACK_LINES)) err(line);
      // A failed run is kept for reading, but never in place of the notebook.
      if (!await isSameFile(output, path)) {
        await writeNotebook(output, error.failure.notebook);
        err(output);
      }
      return 1;
    }
  },
};

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
