/** Two notebooks cell by cell. */
import { isDeepStrictEqual } from "node:util";
import { isBinary, outputContents, readableContents } from "../comparison/output_contents.ts";
import type { Cell, Notebook } from "../notebook.ts";
import type { Output } from "../output.ts";
import { lastingMetadata } from "../strip.ts";
import { align } from "./align.ts";
import { type LineChange, lineChanges } from "./line_changes.ts";
import { countWords, similarity, type WordCounts } from "./similarity.ts";

/** A cell that is not the same in both notebooks; one side is absent where it is new or gone. */
export interface CellChange {
  readonly before?: PlacedCell;
  readonly after?: PlacedCell;
  /** Lines of the source; empty where it is the same. */
  readonly source: readonly LineChange[];
  /** Lines of the metadata as JSON; empty where they are the same. */
  readonly metadata: readonly LineChange[];
  readonly outputs: readonly OutputChange[];
}

/** A cell and its position among all cells, from 1. */
export interface PlacedCell {
  readonly position: number;
  readonly cell: Cell;
}

/** An output that is not the same; one side is absent where it is new or gone. */
export interface OutputChange {
  readonly before?: Output;
  readonly after?: Output;
  /** By kind, the lines of what differs. */
  readonly kinds: Readonly<Record<string, readonly LineChange[]>>;
}

/** What differs between two notebooks. */
export interface NotebookChanges {
  /** Lines of the notebook's metadata as JSON; empty where they are the same. */
  readonly metadata: readonly LineChange[];
  /** In the order of both notebooks; cells that are the same are left out. */
  readonly cells: readonly CellChange[];
}

/** Less alike, two sources are not of one cell. */
const SIMILAR = 0.5;

/**
 * Finds for each cell its counterpart, by id and by likeness of the source, and tells what differs.
 * Counts, and what only tells when a cell ran or how it was shown, do not differ.
 *
 * @param ids Whether ids tell cells: those of a text are only positions.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "markdown", id: "a", metadata: {}, source: "# Load" } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const other = { ...notebook, cells: [{ ...cell, source: "# Loads" }] };
 * const [{ source }] = compareNotebooks(notebook, other, { ids: true }).cells;
 * assert.deepEqual(source.map(({ sign, line }) => sign + line), ["-# Load", "+# Loads"]);
 * ```
 */
export function compareNotebooks(
  before: Notebook,
  after: Notebook,
  { ids }: { readonly ids: boolean },
): NotebookChanges {
  const [left, right] = [before, after].map(({ cells }) =>
    cells.map((cell) => ({ cell, words: countWords(cell.source) }))
  );
  const steps = align(left, right, (a, b) => likeness(a, b, ids));
  return {
    metadata: jsonChanges(before.metadata, after.metadata),
    cells: steps
      .map((step) => cellChange(placed(before, step.before), placed(after, step.after)))
      .filter((change) =>
        change.before === undefined || change.after === undefined || change.source.length > 0 ||
        change.metadata.length > 0 || change.outputs.length > 0
      ),
  };
}

/** A cell that is held against others. */
interface CountedCell {
  readonly cell: Cell;
  readonly words: WordCounts;
}

function likeness(a: CountedCell, b: CountedCell, ids: boolean): number {
  if (a.cell.cell_type !== b.cell.cell_type) return 0;
  const alike = a.cell.source === b.cell.source ? 1 : similarity(a.words, b.words);
  const isSame = ids && a.cell.id === b.cell.id;
  return (isSame ? 1 : 0) + (isSame || alike >= SIMILAR ? alike : 0);
}

function placed({ cells }: Notebook, index: number | undefined): PlacedCell | undefined {
  return index === undefined ? undefined : { position: index + 1, cell: cells[index] };
}

function cellChange(before: PlacedCell | undefined, after: PlacedCell | undefined): CellChange {
  const [was, is] = [before, after].map((side) => side?.cell);
  return {
    ...(before && { before }),
    ...(after && { after }),
    source: textChanges(was?.source, is?.source),
    metadata: jsonChanges(
      lastingMetadata(was?.metadata ?? {}),
      lastingMetadata(is?.metadata ?? {}),
    ),
    outputs: outputChanges(was?.outputs ?? [], is?.outputs ?? []),
  };
}

function outputChanges(before: readonly Output[], after: readonly Output[]): OutputChange[] {
  return align(before, after, outputLikeness).flatMap((step): OutputChange[] => {
    const [was, is] = [
      step.before === undefined ? undefined : before[step.before],
      step.after === undefined ? undefined : after[step.after],
    ];
    const [left, right] = [was, is].map((output) =>
      output === undefined ? {} : outputContents(output)
    );
    const kinds = Array.from(new Set([...Object.keys(left), ...Object.keys(right)])).sort()
      .filter((kind) => !isDeepStrictEqual(left[kind], right[kind]))
      .map((kind) => [kind, contentChanges(kind, left[kind], right[kind])] as const);
    if (kinds.length === 0) return [];
    return [{
      ...(was && { before: was }),
      ...(is && { after: is }),
      kinds: Object.fromEntries(kinds),
    }];
  });
}

/** Two outputs may be one that changed where they hold the same kinds. */
function outputLikeness(a: Output, b: Output): number {
  const [left, right] = [outputContents(a), outputContents(b)];
  if (isDeepStrictEqual(left, right)) return 2;
  return isDeepStrictEqual(Object.keys(left).sort(), Object.keys(right).sort()) ? 1 : 0;
}

function contentChanges(kind: string, before: unknown, after: unknown): LineChange[] {
  const [left, right] = [before, after].map((contents) =>
    contents === undefined ? undefined : readableContents(kind, contents)
  );
  // Bytes may differ and be as many.
  return isBinary(kind) && left === right
    ? [{ sign: "-", line: left! }, { sign: "+", line: right! }]
    : textChanges(left, right);
}

function jsonChanges(before: unknown, after: unknown): LineChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  return textChanges(JSON.stringify(before, null, 1), JSON.stringify(after, null, 1));
}

function textChanges(before: string | undefined, after: string | undefined): LineChange[] {
  if (before === after) return [];
  const whole = (sign: "-" | "+", text: string) =>
    text.split("\n").map((line): LineChange => ({ sign, line }));
  if (before === undefined) return whole("+", after!);
  return after === undefined ? whole("-", before) : lineChanges(before, after);
}
