/** A run of a notebook whose outputs are kept in a file. */
import { dirname, resolve } from "node:path";
import type { Progress } from "../pipelines/mod.ts";
import { type Notebook, writeNotebook } from "./documents/mod.ts";
import { CellError, runNotebook } from "./runner/mod.ts";

/** How and where a notebook is run. */
export interface KeepRunOptions {
  /** The notebook's own file: its code runs in that folder. */
  readonly path: string;
  /** Where the result goes. */
  readonly output: string;
  /** Milliseconds that one cell may take. */
  readonly cellTimeoutMs: number;
  /** Environment variables of the kernel beside ours. @default {{}} */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends the run when aborted. */
  readonly signal: AbortSignal;
  /** Shown cell by cell; of an error the first lines of its traceback. */
  readonly progress: Progress;
}

const TRACEBACK_LINES = 5;
const MOST_SHOWN = 32;
const REPORT_MS = 200;

/**
 * Runs a notebook and writes its executed copy; a run that fails is kept for reading, too, but never
 * in place of the notebook. A copy tells when its cells ran, and the notebook itself does not.
 *
 * @returns The executed copy.
 * @throws {Error} With a {@linkcode CellError} as its cause, and where the outputs are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createProgress } from "../pipelines/mod.ts";
 * const folder = await Deno.makeTempDir();
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "null.x" } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const [path, output] = [`${folder}/a.ipynb`, `${folder}/out.ipynb`];
 * const progress = createProgress({ write() {}, isTerminal: false, now: () => 0 });
 * const { signal } = new AbortController();
 * const options = { path, output, cellTimeoutMs: 60_000, now: Date.now, signal, progress };
 * await assert.rejects(keepRun(notebook, options), {
 *   message: `Cannot finish ${path}: its outputs are in ${output}`,
 * });
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function keepRun(
  notebook: Notebook,
  { path, output, progress, ...options }: KeepRunOptions,
): Promise<Notebook> {
  const isInPlace = await isSameFile(output, path);
  try {
    const executed = await runNotebook(notebook, {
      ...options,
      cwd: resolve(dirname(path)),
      recordTimes: !isInPlace,
      aroundCell(cell, text, run) {
        const { length } = notebook.cells;
        return progress.step(`Cell ${cell} of ${length}: ${firstLine(text)}`, async (report) => {
          // What a cell still has to do nobody knows: the bar is that of the notebook.
          const timer = setInterval(() => report((cell - 1) / length), REPORT_MS);
          try {
            return await run();
          } finally {
            clearInterval(timer);
          }
        });
      },
    });
    await writeNotebook(output, executed);
    return executed;
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    for (const line of error.failure.traceback.slice(1, 1 + TRACEBACK_LINES)) progress.note(line);
    if (!isInPlace) await writeNotebook(output, error.failure.notebook);
    const rest = isInPlace ? "the file stays as it was" : `its outputs are in ${output}`;
    throw new Error(`Cannot finish ${path}: ${rest}`, { cause: error });
  }
}

/** No longer than a line of a terminal, which is drawn again in place. */
function firstLine(source: string): string {
  const line = source.trim().split("\n", 1)[0];
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
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
