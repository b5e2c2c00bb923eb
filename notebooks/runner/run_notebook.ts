/** Running a notebook from top to bottom in a fresh kernel. */
import type { Cell, Notebook } from "../documents/mod.ts";
import { CellError } from "./cell_error.ts";
import { type Execution, startKernel } from "./kernel.ts";

/** How a notebook is run. */
export interface RunNotebookOptions {
  /** Folder in which the kernel runs; Jupyter uses the notebook's own. */
  readonly cwd: string;
  /** Milliseconds since the epoch; dates the messages to the kernel and the cells. */
  readonly now: () => number;
  /** Environment variables of the kernel beside ours. @default {{}} */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Milliseconds that one cell may take; seconds in a cell's metadata, as `wattbook.timeout`, count
   * more. @default {600_000}
   */
  readonly cellTimeoutMs?: number;
  /** Ends the run when aborted. */
  readonly signal?: AbortSignal;
  /** Whether a cell's metadata tell when it ran, as JupyterLab writes it. @default {false} */
  readonly recordTimes?: boolean;
  /** Runs around each code cell: its position among all cells, from 1, its source, and the run. */
  readonly aroundCell?: <T>(cell: number, source: string, run: () => Promise<T>) => Promise<T>;
}

/**
 * Runs the code cells in order and stops at the first that fails.
 *
 * @param notebook Stays as it is; outputs that it holds are not kept.
 * @returns A copy with the outputs and counts of this run.
 * @throws {TypeError} When the notebook is for another kernel than Deno's.
 * @throws {CellError} When a cell throws, cannot be parsed, takes too long, is interrupted, ends the
 * kernel, or leaves an error that nobody handles.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "6 * 7" } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const { cells } = await runNotebook(notebook, { cwd: ".", now: Date.now });
 * assert.deepEqual(cells[0].outputs?.map(({ output_type }) => output_type), ["execute_result"]);
 * ```
 */
export async function runNotebook(
  notebook: Notebook,
  {
    cellTimeoutMs = 600_000,
    recordTimes = false,
    aroundCell = (_cell, _source, run) => run(),
    ...options
  }: RunNotebookOptions,
): Promise<Notebook> {
  const { now } = options;
  checkKernel(notebook);
  await using kernel = await startKernel(options);
  const cells = notebook.cells.map(withoutOutputs);
  for (const [index, cell] of cells.entries()) {
    if (cell.cell_type !== "code" || cell.source.trim() === "") continue;
    await aroundCell(index + 1, cell.source, async () => {
      const started = now();
      const execution = await kernel.execute(cell.source, timeoutOf(cell) ?? cellTimeoutMs);
      cells[index] = {
        ...cell,
        metadata: recordTimes ? withTimes(cell.metadata, started, now()) : cell.metadata,
        execution_count: execution.executionCount,
        outputs: execution.outputs,
      };
      if (execution.error === undefined) return;
      throw cellError(index + 1, cell.source, execution, { ...notebook, cells });
    });
  }
  return { ...notebook, cells };
}

/** A notebook that names no kernel is taken for one of ours. */
function checkKernel({ metadata }: Notebook): void {
  const name = (metadata.kernelspec as { name?: unknown } | undefined)?.name ?? "deno";
  if (name !== "deno") {
    throw new TypeError(`Cannot run the notebook as its kernel must be "deno": got "${name}"`);
  }
}

function timeoutOf({ metadata }: Cell): number | undefined {
  const seconds = (metadata.wattbook as { timeout?: unknown } | undefined)?.timeout;
  return typeof seconds === "number" && seconds > 0 ? seconds * 1000 : undefined;
}

function withTimes(metadata: Cell["metadata"], started: number, ended: number): Cell["metadata"] {
  const [from, to] = [started, ended].map((time) => new Date(time).toISOString());
  return {
    ...metadata,
    execution: {
      "iopub.status.busy": from,
      "iopub.execute_input": from,
      "shell.execute_reply": to,
      "iopub.status.idle": to,
    },
  };
}

function cellError(
  cell: number,
  source: string,
  { error, position, cause }: Execution,
  notebook: Notebook,
): CellError {
  const { ename, evalue, traceback } = error!;
  const lines = source.split("\n");
  const line = position?.line;
  const text = line === undefined ? lines.find((one) => one.trim() !== "")! : lines[line - 1];
  const where = { cell, line, text: text.trim() };
  return new CellError({ ...where, ename, evalue, traceback, notebook }, { cause });
}

function withoutOutputs(cell: Cell): Cell {
  return cell.cell_type === "code" ? { ...cell, execution_count: null, outputs: [] } : cell;
}
