/** Notebooks read from TypeScript, in jupytext's percent format. */
import { isDeepStrictEqual } from "node:util";
import type { Cell, Notebook } from "../notebook.ts";
import { uncommented } from "./cell_lines.ts";
import { readFences } from "./fences.ts";
import { parseHeader } from "./header.ts";
import { unescapeMagic } from "./magics.ts";
import { isMarker, type Marker, parseMarker } from "./marker.ts";

const DENO = { display_name: "Deno", language: "typescript", name: "deno" };

/**
 * Reads a notebook from TypeScript. Ids are the positions of the cells; a text without a header is
 * for the Deno kernel. One blank line divides cells; of code, each further one belongs to it.
 *
 * @throws {SyntaxError} When the header is not YAML.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { cells } = parsePercent("// %% [markdown]\n// # Title\n\n// %%\n6 * 7\n");
 * assert.deepEqual(cells.map(({ cell_type, id, source }) => [cell_type, id, source]), [
 *   ["markdown", "cell-1", "# Title"],
 *   ["code", "cell-2", "6 * 7"],
 * ]);
 * ```
 */
export function parsePercent(text: string): Notebook {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const { header: { metadata, frontMatter, encoding }, length } = parseHeader(lines);
  const first = frontMatter === undefined ? [] : [{
    cell_type: "raw" as const,
    metadata: {},
    source: ["---", ...frontMatter, "---"].join("\n"),
  }];
  const cells = [...first, ...parseCells(lines.slice(length))];
  const isBare = Object.keys(metadata).length === 1 &&
    isDeepStrictEqual(metadata.jupytext, { notebook_metadata_filter: "-all" });
  const told = encoding === undefined
    ? metadata
    : { ...metadata, jupytext: { ...metadata.jupytext as object, encoding } };
  return {
    cells: cells.map((cell, i) => ({
      ...cell,
      id: `cell-${i + 1}`,
      ...(cell.cell_type === "code" && { execution_count: null, outputs: [] }),
    })),
    metadata: isBare ? { ...told, kernelspec: DENO } : told,
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function parseCells(lines: readonly string[]): Omit<Cell, "id">[] {
  const cells: Omit<Cell, "id">[] = [];
  let from = 0;
  while (from < lines.length && !(from === lines.length - 1 && lines[from] === "")) {
    const marked = isMarker(lines[from]);
    const marker = marked ? parseMarker(lines[from]) : { cellType: "code" as const, metadata: {} };
    const start = marked ? from + 1 : from;
    const isFenced = marker.cellType === "code" ? () => false : readFences();
    const length = lines.slice(start).findIndex((line, i) => {
      const later = () => lines.slice(start + i + 1).map(uncommented);
      const within = marker.cellType !== "code" && isFenced(uncommented(line), later);
      return !within && isMarker(line);
    });
    const end = length < 0 ? lines.length : start + length;
    const body = lines.slice(start, end);
    cells.push(marker.cellType === "code" ? codeCell(marker, body) : textCell(marker, body));
    from = end;
  }
  return cells;
}

function codeCell({ metadata }: Marker, body: readonly string[]): Omit<Cell, "id"> {
  const divided = body.at(-1) === "";
  const lines = divided ? body.slice(0, -1) : body;
  const gap = !divided ? 0 : lines.length === 1 && lines[0] === "" ? 2 : 1;
  return {
    cell_type: "code",
    metadata: withGap(metadata, gap),
    source: lines.map(unescapeMagic).join("\n"),
  };
}

function textCell({ cellType, metadata }: Marker, body: readonly string[]): Omit<Cell, "id"> {
  const last = body.findLastIndex((line) => line !== "");
  return {
    cell_type: cellType,
    metadata: withGap(metadata, body.length - 1 - last),
    source: body.slice(0, last + 1).map(uncommented).join("\n"),
  };
}

function withGap(metadata: Cell["metadata"], gap: number): Cell["metadata"] {
  return gap === 1 ? metadata : { ...metadata, lines_to_next_cell: gap };
}
