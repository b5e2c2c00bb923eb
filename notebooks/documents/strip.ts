/** Notebooks without what a run leaves in them. */
import type { Cell, Notebook } from "./notebook.ts";

/** Of the notebook: what is of one browser or one machine. */
const NOTEBOOK_KEYS: readonly string[] = ["signature", "widgets"];

/** Of a cell: when it ran, and how a browser showed it. */
const CELL_KEYS: readonly string[] = [
  "ExecuteTime",
  "collapsed",
  "execution",
  "heading_collapsed",
  "hidden",
  "scrolled",
];

/**
 * A copy without outputs, counts and what Jupyter notes of runs and of windows; the same is removed
 * as nbstripout removes.
 *
 * @returns The notebook itself where there is nothing to remove.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = await Deno.readTextFile(new URL("../01_explore.ipynb", import.meta.url));
 * const { parseNotebook } = await import("./notebook.ts");
 * const { cells } = stripNotebook(parseNotebook(text));
 * assert.ok(cells.every(({ outputs = [], execution_count }) => outputs.length === 0 && !execution_count));
 * ```
 */
export function stripNotebook(notebook: Notebook): Notebook {
  const cells = notebook.cells.map(stripCell);
  const metadata = without(notebook.metadata, NOTEBOOK_KEYS);
  const isStripped = metadata === notebook.metadata &&
    cells.every((cell, i) => cell === notebook.cells[i]);
  return isStripped ? notebook : { ...notebook, cells, metadata };
}

/**
 * The metadata of a cell that does not come of running or showing it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(lastingMetadata({ tags: ["a"], scrolled: true }), { tags: ["a"] });
 * ```
 */
export function lastingMetadata(metadata: Cell["metadata"]): Cell["metadata"] {
  return without(metadata, CELL_KEYS);
}

function stripCell(cell: Cell): Cell {
  const metadata = lastingMetadata(cell.metadata);
  const { outputs = [], execution_count = null } = cell;
  if (cell.cell_type === "code" && (outputs.length > 0 || execution_count !== null)) {
    return { ...cell, metadata, outputs: [], execution_count: null };
  }
  return metadata === cell.metadata ? cell : { ...cell, metadata };
}

function without(metadata: Cell["metadata"], keys: readonly string[]): Cell["metadata"] {
  if (!keys.some((key) => key in metadata)) return metadata;
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => !keys.includes(key)));
}
