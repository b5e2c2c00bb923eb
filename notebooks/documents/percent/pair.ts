/** A notebook and its text: what the text does not tell comes from the notebook. */
import { align } from "../differences/align.ts";
import { countWords, similarity, type WordCounts } from "../differences/similarity.ts";
import type { Cell, Notebook } from "../notebook.ts";
import { cellLines } from "./cell_lines.ts";
import { headerMetadata } from "./header.ts";
import { writtenMetadata } from "./marker.ts";
import { parsePercent } from "./parse_percent.ts";

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
  const [was, is] = [notebook.cells, read.cells].map((cells) => cells.map(toldCell));
  const cells = align(was, is, likeness).flatMap(({ before, after }) => {
    if (after === undefined) return [];
    return [
      before === undefined ? withNewId(is[after].cell, ids) : updated(was[before], is[after]),
    ];
  });
  const told = Object.keys(headerMetadata(notebook.metadata));
  const untold = Object.entries(notebook.metadata).filter(([key]) => !told.includes(key));
  return {
    ...notebook,
    cells,
    metadata: { ...Object.fromEntries(untold), ...read.metadata },
  };
}

/** A cell and what its text tells of it. */
interface ToldCell {
  readonly cell: Cell;
  readonly text: string;
  readonly words: WordCounts;
}

function toldCell(cell: Cell): ToldCell {
  return { cell, text: cellLines(cell).join("\n"), words: countWords(cell.source) };
}

/** The same text weighs more than any likeness. */
function likeness(before: ToldCell, after: ToldCell): number {
  if (before.text === after.text) return 2;
  if (before.cell.cell_type !== after.cell.cell_type) return 0;
  const share = similarity(before.words, after.words);
  return share >= SIMILAR ? share : 0;
}

function updated(before: ToldCell, now: ToldCell): Cell {
  if (before.text === now.text) return before.cell;
  const written = writtenMetadata(before.cell.metadata);
  const unwritten = Object.entries(before.cell.metadata).filter(([key]) => !(key in written));
  const hasSameSource = before.cell.source.trimEnd() === now.cell.source.trimEnd();
  return {
    ...before.cell,
    ...(hasSameSource ? {} : now.cell),
    id: before.cell.id,
    source: now.cell.source,
    metadata: { ...Object.fromEntries(unwritten), ...now.cell.metadata },
  };
}

function withNewId(cell: Cell, taken: Set<string>): Cell {
  let id = cell.id;
  for (let i = 2; taken.has(id); i++) id = `${cell.id}-${i}`;
  taken.add(id);
  return { ...cell, id };
}
