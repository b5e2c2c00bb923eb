/** Cells of code that have not run. */
import type { Cell } from "./mod.ts";

/** The cell of one of several sources, with an id by its place: `sources.map(codeCell)`. */
export function codeCell(source: string, index: number): Cell {
  const id = `cell-${index}`;
  return { cell_type: "code", id, metadata: {}, source, execution_count: null, outputs: [] };
}
