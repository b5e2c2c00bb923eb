import { join, parse } from "node:path";
import {
  defineCommand,
  INTERRUPTED_CODE,
  listenForInterruption,
  UsageError,
} from "../../pipelines/mod.ts";
import { findNotebook } from "../find_notebook.ts";
import { readNotebook } from "../documents/mod.ts";
import { keepRun } from "../keep_run.ts";
import { CellError, KernelInterruptedError } from "../runner/mod.ts";
import {
  injectParameters,
  readGivenValues,
  readParameters,
  valueTexts,
} from "../parameters/mod.ts";
import { logRun } from "../versions/mod.ts";
import { CELL_TIMEOUT } from "./cell_timeout.ts";
import type { NotebookPlace } from "./place.ts";

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
      "timeout": CELL_TIMEOUT,
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
    const execute = (env: Readonly<Record<string, string>>) =>
      keepRun(source, {
        path,
        output,
        env,
        now,
        cellTimeoutMs: options.timeout * 1000,
        signal: interruption.signal,
        progress,
      });
    using tracking = await place.openTracking();
    const kernel = `deno ${Deno.version.deno}`;
    const version = {
      name: parse(path).name,
      source: given,
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
