import { dirname, join, parse, resolve } from "node:path";
import {
  defineCommand,
  INTERRUPTED_CODE,
  listenForInterruption,
  UsageError,
} from "../../pipelines/mod.ts";
import { findNotebook } from "../find_notebook.ts";
import { readNotebook, writeNotebook } from "../documents/mod.ts";
import { CellError, KernelInterruptedError, runNotebook } from "../runner/mod.ts";
import {
  injectParameters,
  readGivenValues,
  readParameters,
  valueTexts,
} from "../parameters/mod.ts";
import { logRun } from "../versions/mod.ts";
import type { NotebookPlace } from "./place.ts";

const TRACEBACK_LINES = 5;

/** `deno task notebooks run NAME`. */
export const run = defineCommand({
  syntax: {
    name: "notebooks run",
    summary:
      "Runs a notebook with the Deno kernel, in the notebook's folder, keeps the result and logs it to MLflow.",
    words: ["NAME"],
    options: {
      "output": {
        type: "string",
        placeholder: "FILE",
        description: "Where the result goes, else <WATTBOOK_HOME>/notebooks/<name>",
      },
      "param": {
        type: "string",
        many: true,
        placeholder: "NAME=VALUE",
        description: "Sets a parameter of the notebook; may be given several times",
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
  async run(place: NotebookPlace, options, progress, [name]) {
    const { folder, home, commit, now } = place;
    const path = await findNotebook(folder, name);
    const output = options.output ??
      (options["in-place"] ? path : join(home, "notebooks", `${parse(path).name}.ipynb`));
    const given = await readNotebook(path);
    const parameters = readParameters(given);
    const values = readGivenValues(options.param, parameters);
    const source = injectParameters(given, parameters, values);
    using interruption = listenForInterruption();
    async function execute(env: Readonly<Record<string, string>>) {
      try {
        const executed = await runNotebook(source, {
          cwd: resolve(dirname(path)),
          env,
          now,
          cellTimeoutMs: options.timeout * 1000,
          signal: interruption.signal,
          recordTimes: !options["in-place"],
          aroundCell: (cell, text, run) =>
            progress.step(`Cell ${cell} of ${source.cells.length}: ${firstLine(text)}`, run),
        });
        await writeNotebook(output, executed);
        return executed;
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        const { traceback, notebook } = error.failure;
        for (const line of traceback.slice(1, 1 + TRACEBACK_LINES)) progress.note(line);
        // A failed run is kept for reading, but never in place of the notebook.
        const kept = !await isSameFile(output, path);
        if (kept) await writeNotebook(output, notebook);
        const rest = kept ? `its outputs are in ${output}` : "the file stays as it was";
        throw new Error(`Cannot finish ${path}: ${rest}`, { cause: error });
      }
    }
    using tracking = await place.openTracking();
    const kernel = `deno ${Deno.version.deno}`;
    const version = {
      name: parse(path).name,
      source,
      params: valueTexts(parameters, values),
      commit,
      kernel,
    };
    try {
      const run = await logRun(tracking.registry, version, { run: execute, now });
      return { text: output, json: { notebook: path, output, run } };
    } catch (error) {
      if (!isInterruption(error)) throw error;
      return {
        text: `${error.message}: ${error.cause.message}`,
        json: { notebook: path, interrupted: true },
        code: INTERRUPTED_CODE,
      };
    }
  },
});

function isInterruption(error: unknown): error is Error & { cause: CellError } {
  return error instanceof Error && error.cause instanceof CellError &&
    error.cause.cause instanceof KernelInterruptedError;
}

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
