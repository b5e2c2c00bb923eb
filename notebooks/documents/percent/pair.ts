/** A notebook and its text: what the text does not tell comes from the notebook. */
import { align } from "../differences/align.ts";
import { similarity } from "../differences/similarity.ts";
import type { Cell, Notebook } from "../notebook.ts";
import { headerMetadata } from "./header.ts";
import { writtenMetadata } from "./marker.ts";
import { cellLines, parsePercent } from "./percent.ts";

const SIMILAR = 0.5;

/**
 * The notebook as its text says it is now. Cells whose text is as it was stay as they were, with ids,
 * outputs and counts; a cell that was changed keeps its id and its unwritten metadata and loses its
 * outputs, as they are those of other code. A new cell gets the id of its place, or one beside it.
 *
 * @param text In the percent format.
 * @throws {SyntaxError} When the text's header is not YAML.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", id: "load", metadata: {}, source: "1\n" } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const { cells } = pairWithText(notebook, "// %%\n0\n\n// %%\n1\n\n");
 * assert.deepEqual(cells.map(({ id, source }) => [id, source]), [["cell-1", "0"], ["load", "1\n"]]);
 * ```
 */
export function pairWithText(notebook: Notebook, text: string): Notebook {
  const read = parsePercent(text);
  const ids = new Set(notebook.cells.map(({ id }) => id));
  const cells = align<Cell>(notebook.cells, read.cells, likeness).flatMap(({ before, after }) => {
    if (after === undefined) return [];
    const now = read.cells[after];
    return [before === undefined ? withNewId(now, ids) : updated(notebook.cells[before], now)];
  });
  const told = Object.keys(headerMetadata(notebook.metadata));
  const untold = Object.entries(notebook.metadata).filter(([key]) => !told.includes(key));
  return {
    ...notebook,
    cells,
    metadata: { ...Object.fromEntries(untold), ...read.metadata },
  };
}

/** The same text weighs more than any likeness. */
function likeness(before: Cell, after: Cell): number {
  if (isSameText(before, after)) return 2;
  if (before.cell_type !== after.cell_type) return 0;
  const share = similarity(before.source, after.source);
  return share >= SIMILAR ? share : 0;
}

function isSameText(a: Cell, b: Cell): boolean {
  return cellLines(a).join("\n") === cellLines(b).join("\n");
}

function updated(before: Cell, now: Cell): Cell {
  if (isSameText(before, now)) return before;
  const written = writtenMetadata(before.metadata);
  const unwritten = Object.entries(before.metadata).filter(([key]) => !(key in written));
  const hasSameSource = before.source.trimEnd() === now.source.trimEnd();
  return {
    ...before,
    ...(hasSameSource ? {} : now),
    id: before.id,
    source: now.source,
    metadata: { ...Object.fromEntries(unwritten), ...now.metadata },
  };
}

function withNewId(cell: Cell, taken: Set<string>): Cell {
  let id = cell.id;
  for (let i = 2; taken.has(id); i++) id = `${cell.id}-${i}`;
  taken.add(id);
  return { ...cell, id };
}
