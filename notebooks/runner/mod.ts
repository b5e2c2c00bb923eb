/**
 * Notebooks run by the real Deno kernel, without Python or Jupyter: this folder speaks to
 * `deno jupyter --kernel` over the ZeroMQ wire protocol and knows of the project only what a notebook is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { CellError, runNotebook } from "./mod.ts";
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "throw new Error('Bad')" } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * await assert.rejects(runNotebook(notebook, { cwd: ".", now: Date.now }), CellError);
 * ```
 *
 * @module
 */
export { CellError, type CellFailure } from "./cell_error.ts";
export { KernelInterruptedError } from "./kernel.ts";
export { runNotebook, type RunNotebookOptions } from "./run_notebook.ts";
