/**
 * Notebooks as TypeScript: cells that begin with `// %%`, as jupytext's percent format has them.
 * The text holds neither outputs nor ids: `pairWithText()` takes them from the notebook.
 *
 * @see https://jupytext.readthedocs.io/en/latest/formats-scripts.html
 */
import { isDeepStrictEqual } from "node:util";
import type { Cell, Notebook } from "../notebook.ts";
import { readFences } from "./fences.ts";
import { formatHeader, parseHeader } from "./header.ts";
import { escapeMagic, unescapeMagic } from "./magics.ts";
import { formatMarker, isMarker, type Marker, parseMarker, writtenMetadata } from "./marker.ts";

const DENO = { display_name: "Deno", language: "typescript", name: "deno" };

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
  const header = formatHeader({ metadata: notebook.metadata, frontMatter }).map(comment);
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

/**
 * The lines of a cell, with the blank ones that divide it from the next.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "1" } as const;
 * assert.deepEqual(cellLines(cell), ["// %%", "1", ""]);
 * ```
 */
export function cellLines({ cell_type, metadata, source }: Omit<Cell, "id">): string[] {
  const marker = formatMarker({ cellType: cell_type, metadata });
  const blank = Array<string>(Number(metadata.lines_to_next_cell ?? 1)).fill("");
  const lines = source.split("\n");
  if (cell_type !== "code") return [marker, ...lines.map(comment), ...blank];
  if (source === "") return [marker, ...blank];
  const indent = /^\s*(?=\S)/.exec(lines[0])?.[0] ?? "";
  return [indent + marker, ...lines.map(escapeMagic), ...blank];
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
      const later = () => lines.slice(start + i + 1).map(uncomment);
      const within = marker.cellType !== "code" && isFenced(uncomment(line), later);
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
    source: body.slice(0, last + 1).map(uncomment).join("\n"),
  };
}

function withGap(metadata: Cell["metadata"], gap: number): Cell["metadata"] {
  return gap === 1 ? metadata : { ...metadata, lines_to_next_cell: gap };
}

function comment(line: string): string {
  return line === "" ? "//" : `// ${line}`;
}

function uncomment(line: string): string {
  return line.replace(/^\/\/ ?/, "");
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
