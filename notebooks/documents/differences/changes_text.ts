/** What differs between two notebooks, as text for a terminal. */
import type { CellChange, NotebookChanges } from "./compare_notebooks.ts";
import { type LineChange, tellChanges } from "./line_changes.ts";

/** How changes are written. */
export interface ChangesTextOptions {
  /** What the notebooks are called. */
  readonly before: string;
  readonly after: string;
  /** Whether a terminal shows it in colours. */
  readonly colour: boolean;
}

const COLOURS = { "-": "31", "+": "32", "@": "36", "…": "2" } as const;
/** Of a picture or a table, more lines tell nothing more. */
const MAX_OUTPUT_LINES = 20;

/**
 * Writes changes as diff(1) does, cell by cell: its code, its metadata, then each output.
 *
 * @returns Nothing where nothing differs.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", id: "load", metadata: {}, source: "1" } as const;
 * const source = [{ sign: "+", line: "1" }] as const;
 * const added = { after: { position: 2, cell }, source, metadata: [], outputs: [] };
 * const names = { before: "a.ipynb", after: "b.ipynb", colour: false };
 * assert.deepEqual(changesText({ metadata: [], cells: [added] }, names).split("\n"), [
 *   "--- a.ipynb",
 *   "+++ b.ipynb",
 *   "@@ cell 2 (load), code: added",
 *   "+ 1",
 * ]);
 * ```
 */
export function changesText(
  { metadata, cells }: NotebookChanges,
  { before, after, colour }: ChangesTextOptions,
): string {
  const lines = [
    ...(metadata.length > 0 ? ["@@ metadata of the notebook", ...tell(metadata)] : []),
    ...cells.flatMap(cellLines),
  ];
  if (lines.length === 0) return "";
  return [`--- ${before}`, `+++ ${after}`, ...lines]
    .map((line) => colour ? coloured(line) : line).join("\n");
}

/**
 * How a change of a cell is headed: its positions, its id, its type and what became of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "raw", id: "load", metadata: {}, source: "1" } as const;
 * const gone = { before: { position: 2, cell }, source: [], metadata: [], outputs: [] };
 * assert.equal(changeTitle(gone), "cell 2 (load), raw: removed");
 * ```
 */
export function changeTitle({ before, after }: CellChange): string {
  const { cell } = (after ?? before)!;
  const positions = [before?.position, after?.position].filter((one) => one !== undefined);
  const place = Array.from(new Set(positions)).join(" → ");
  const fate = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  return `cell ${place} (${cell.id}), ${cell.cell_type}: ${fate}`;
}

function cellLines(change: CellChange): string[] {
  return [
    `@@ ${changeTitle(change)}`,
    ...tell(change.source),
    ...(change.metadata.length > 0 ? ["@@   metadata", ...tell(change.metadata)] : []),
    ...change.outputs.flatMap(({ kinds }) =>
      Object.entries(kinds).flatMap(([kind, lines]) => [
        `@@   output, ${kind}`,
        ...tellChanges(lines, { context: 1, maxLines: MAX_OUTPUT_LINES }),
      ])
    ),
  ];
}

/** All lines that a person wrote are told. */
function tell(changes: readonly LineChange[]): string[] {
  return tellChanges(changes, { context: 3, maxLines: Infinity });
}

function coloured(line: string): string {
  const sign = line.startsWith("  …") ? "…" : line[0];
  return sign in COLOURS ? `\x1b[${COLOURS[sign as keyof typeof COLOURS]}m${line}\x1b[0m` : line;
}
