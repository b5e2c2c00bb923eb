/** `deno task notebooks list | run NAME`. */
import { basename, dirname, join, resolve } from "node:path";
import { helpText, parseCommand, readConfig, UsageError } from "../pipelines/mod.ts";
import { findNotebook, listNotebooks } from "./find_notebook.ts";
import { CellError, readNotebook, runNotebook, writeNotebook } from "./runner/mod.ts";

const FOLDER = import.meta.dirname!;

const LIST = {
  name: "notebooks list",
  summary: "Lists the notebooks.",
  options: {},
} as const;

const RUN = {
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

async function list(args: readonly string[]): Promise<void> {
  parseCommand(LIST, args);
  for (const name of await listNotebooks(FOLDER)) console.log(name);
}

async function run(args: readonly string[]): Promise<void> {
  const { words: [name], options } = parseCommand(RUN, args);
  const path = await findNotebook(FOLDER, name);
  const output = options.output ??
    (options["in-place"] ? path : join(readConfig().home, "notebooks", basename(path)));
  const notebook = await readNotebook(path);
  try {
    const executed = await runNotebook(notebook, {
      cwd: resolve(dirname(path)),
      now: Date.now,
      cellTimeoutMs: options.timeout * 1000,
      onCell: (cell, source) =>
        console.error(`Cell ${cell} of ${notebook.cells.length}: ${firstLine(source)}`),
    });
    await writeNotebook(output, executed);
    console.log(output);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    console.error(`${path}: ${error.message}`);
    for (const line of error.failure.traceback.slice(1, 6)) console.error(line);
    // A failed run is kept for reading, but never in place of the notebook.
    if (output !== path) {
      await writeNotebook(output, error.failure.notebook);
      console.error(output);
    }
    Deno.exitCode = 1;
  }
}

function firstLine(source: string): string {
  return source.trim().split("\n", 1)[0];
}

if (import.meta.main) {
  const [name, ...args] = Deno.args;
  try {
    if (args.includes("--help") && name === "run") console.log(helpText(RUN));
    else if (args.includes("--help") && name === "list") console.log(helpText(LIST));
    else if (name === "--help") console.log(`${helpText(LIST)}\n${helpText(RUN)}`);
    else if (name === "list") await list(args);
    else if (name === "run") await run(args);
    else throw new UsageError(`Cannot run "${name ?? ""}": expected list, run or --help`);
  } catch (error) {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    Deno.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
