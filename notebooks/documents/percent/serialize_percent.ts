/**
 * Notebooks as TypeScript: cells that begin with `// %%`, as jupytext's percent format has them.
 * The text holds neither outputs nor ids: `pairWithText()` takes them from the notebook.
 *
 * @see https://jupytext.readthedocs.io/en/latest/formats-scripts.html
 */
import { isDeepStrictEqual } from "node:util";
import type { Cell, Notebook } from "../notebook.ts";
import { cellLines, commented } from "./cell_lines.ts";
import { formatHeader } from "./header.ts";
import { writtenMetadata } from "./marker.ts";
import { parsePercent } from "./parse_percent.ts";

/**
 * Writes a notebook as TypeScript.
 *
 * @throws {RangeError} When a cell would be read back as another: a line of its code reads as the
 *   beginning of a cell, say. Names the cell.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "markdown", id: "a", metadata: {}, source: "# Title" } as const;
 * const metadata = { jupytext: { notebook_metadata_filter: "-all" } };
 * const text = serializePercent({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 });
 * assert.equal(text, "// %% [markdown]\n// # Title\n");
 * ```
 */
export function serializePercent(notebook: Notebook): string {
  const frontMatter = frontMatterOf(notebook.cells[0]);
  const cells = frontMatter === undefined ? notebook.cells : notebook.cells.slice(1);
  const header = formatHeader({ metadata: notebook.metadata, frontMatter }).map(commented);
  const lines = [
    ...encodingLine(notebook.metadata, cells),
    ...header,
    ...(header.length > 0 && cells.length > 0 ? [""] : []),
    ...cells.flatMap(cellLines),
  ];
  const text = lines.join("\n");
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  refuseLosses(notebook, parsePercent(whole));
  return whole;
}

/** YAML between lines of dashes in a first raw cell stands in the header, as jupytext has it. */
function frontMatterOf(cell: Cell | undefined): string[] | undefined {
  if (cell?.cell_type !== "raw") return undefined;
  const lines = cell.source.trim().split("\n");
  const isYaml = lines.length >= 2 &&
    [lines[0], lines.at(-1)!].every((line) => /^---\s*$/.test(line));
  return isYaml ? lines.slice(1, -1) : undefined;
}

function encodingLine(metadata: Notebook["metadata"], cells: readonly Cell[]): string[] {
  const { encoding } = (metadata.jupytext ?? {}) as { encoding?: string };
  if (encoding !== undefined) return [encoding];
  return cells.some(({ source }) => /[^\0-\x7f]/.test(source)) ? ["// -*- coding: utf-8 -*-"] : [];
}

function refuseLosses(notebook: Notebook, read: Notebook): void {
  const index = notebook.cells.findIndex((cell, i) =>
    read.cells[i] === undefined || !isDeepStrictEqual(told(cell), told(read.cells[i]))
  );
  if (index < 0) return;
  const lines = notebook.cells[index].source.split("\n");
  const found = read.cells[index]?.source.split("\n") ?? [];
  const line = lines.findIndex((one, i) => one !== found[i]) + 1;
  const place = line === 0 ? "its metadata" : `"${lines[line - 1].trim()}"`;
  throw new RangeError(
    `Cannot write cell ${index + 1} as TypeScript as it must be read back the same: ` +
      `${place} would not`,
  );
}

/** A second blank line is the same text as an empty last line of code: lines tell, not sources. */
function told(cell: Cell): { metadata: Cell["metadata"]; lines: string[] } {
  return { metadata: writtenMetadata(cell.metadata), lines: cellLines(cell) };
}
