/** Running a notebook from top to bottom in a fresh kernel. */
import type { Cell, ErrorOutput, Notebook } from "../documents/mod.ts";
import { CellError } from "./cell_error.ts";
import { type Execution, type Kernel, startKernel } from "./kernel.ts";

/** How a notebook is run. */
export interface RunNotebookOptions {
  /** Folder in which the kernel runs; Jupyter uses the notebook's own. */
  readonly cwd: string;
  /** Variables that the cells see beside those of our own process. @default {{}} */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch; dates the messages to the kernel. */
  readonly now: () => number;
  /** Milliseconds that one cell may take. @default {600_000} */
  readonly cellTimeoutMs?: number;
  /** Told before each code cell: its position among all cells, from 1, and its source. */
  readonly onCell?: (cell: number, source: string) => void;
}

/**
 * Runs the code cells in order and stops at the first that fails.
 *
 * @param notebook Stays as it is; outputs that it holds are not kept.
 * @returns A copy with the outputs and counts of this run.
 * @throws {CellError} When a cell throws, cannot be parsed, takes too long or ends the kernel.
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
  { cwd, env, now, cellTimeoutMs = 600_000, onCell }: RunNotebookOptions,
): Promise<Notebook> {
  await using kernel = await startKernel({ cwd, env, now });
  const cells = notebook.cells.map(withoutOutputs);
  for (const [index, cell] of cells.entries()) {
    if (cell.cell_type !== "code" || cell.source.trim() === "") continue;
    onCell?.(index + 1, cell.source);
    const { execution, cause } = await settle(kernel, cell.source, cellTimeoutMs);
    cells[index] = {
      ...cell,
      execution_count: execution.executionCount,
      outputs: execution.outputs,
    };
    if (execution.error === undefined) continue;
    const { ename, evalue, traceback } = execution.error;
    const line = cell.source.split("\n").find((one) => one.trim() !== "")!.trim();
    throw new CellError({
      cell: index + 1,
      line,
      ename,
      evalue,
      traceback,
      notebook: { ...notebook, cells },
    }, { cause });
  }
  return { ...notebook, cells };
}

/** What the cell did; the end of its kernel is shown as an error that the cell threw. */
async function settle(
  kernel: Kernel,
  source: string,
  timeoutMs: number,
): Promise<
  {
    execution: Omit<Execution, "executionCount"> & { executionCount: number | null };
    cause?: Error;
  }
> {
  try {
    return { execution: await kernel.execute(source, timeoutMs) };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const error: ErrorOutput = {
      output_type: "error",
      ename: cause.name,
      evalue: cause.message,
      traceback: [`${cause.name}: ${cause.message}`],
    };
    return { execution: { executionCount: null, outputs: [error], error }, cause };
  }
}

function withoutOutputs(cell: Cell): Cell {
  return cell.cell_type === "code" ? { ...cell, execution_count: null, outputs: [] } : cell;
}
